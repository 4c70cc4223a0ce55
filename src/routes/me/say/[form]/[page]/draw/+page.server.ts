import { action, page } from '#lib/server/hooks/answer.ts';
import { addPicture, loadForPicture } from '../picture-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(loadForPicture);

export const actions: Actions = {
	add: action((event, form) => addPicture(event, form, 'drawing'))
};
