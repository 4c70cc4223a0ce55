import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { forgetAnswers, forgetLanguage, pagesOf, visitOf } from '#lib/server/hooks/outside.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const { begun } = await event.locals.app.outside.start(visitOf(event));
	if (!begun) redirect(303, pagesOf(event));
	return { here: pagesOf(event) };
});

export const actions: Actions = {
	default: action(async (event) => {
		await event.locals.app.outside.forget(visitOf(event));
		forgetAnswers(event);
		forgetLanguage(event);
		event.setHeaders({ 'Clear-Site-Data': '"cache"' });
		redirect(303, pagesOf(event));
	})
};
