import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	callbacks: await locals.app.surveys.callbacks(locals.actor),
	kept: url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		await locals.app.surveys.markRung(locals.actor, textOf(form, 'id'));
		redirect(303, '/insight/survey/callbacks?kept');
	})
};
