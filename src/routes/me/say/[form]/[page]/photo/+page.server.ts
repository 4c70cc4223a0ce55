import { action, page } from '#lib/server/hooks/answer.ts';
import { addPicture, loadForAttachment, removeAttachment } from '../attachment-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(loadForAttachment);

export const actions: Actions = {
	add: action((event, form) => addPicture(event, form, 'photo')),
	remove: action((event, form) => removeAttachment(event, form, 'pictures'))
};
