import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => {
	const { form, draft } = await locals.app.drafts.open(locals.actor, params.form);
	if (!draft) redirect(303, '/me');
	return { form, face: draft.face };
});

export const actions: Actions = {
	default: action(async ({ locals, params }) => {
		await locals.app.drafts.remove(locals.actor, params.form);
		redirect(303, '/me');
	})
};
