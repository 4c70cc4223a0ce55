import { action, page } from '#lib/server/hooks/answer.ts';
import { MOST_SECONDS } from '#lib/server/sounds/limits.ts';
import { MOST_A_QUESTION, MOST_MINUTES_A_DRAFT } from '#lib/server/sounds/sounds.ts';
import { addSound, loadForAttachment, removeAttachment } from '../attachment-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => ({
	...(await loadForAttachment(event)),
	limits: {
		minutes: MOST_SECONDS / 60,
		notes: MOST_A_QUESTION,
		minutesInAll: MOST_MINUTES_A_DRAFT
	}
}));

export const actions: Actions = {
	add: action((event, form) => addSound(event, form)),
	remove: action((event, form) => removeAttachment(event, form, 'sounds'))
};
