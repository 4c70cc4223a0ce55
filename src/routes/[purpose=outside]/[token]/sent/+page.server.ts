import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { forgetAnswers, forgetLanguage, pagesOf, visitOf } from '#lib/server/hooks/outside.ts';
import type { Actions, PageServerLoad } from './$types';

/** In the room: thanks, and the tablet goes on to the next person. */
export const load: PageServerLoad = page(async (event) => {
	const { form, room } = await event.locals.app.outside.start(visitOf(event));
	event.setHeaders({ 'Clear-Site-Data': '"cache"' });
	if (!room) redirect(303, pagesOf(event));
	return { formId: form.id };
});

export const actions: Actions = {
	default: action(async (event) => {
		await event.locals.app.outside.forget(visitOf(event));
		forgetAnswers(event);
		forgetLanguage(event);
		redirect(303, pagesOf(event));
	})
};
