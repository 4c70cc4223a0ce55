import { redirect } from '@sveltejs/kit';
import { isTogether } from '#lib/server/hooks/together.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, cookies }) => {
	const { form, draft } = await locals.app.drafts.open(locals.actor, params.form);
	if (!draft) redirect(303, isTogether({ cookies }) ? '/together/form' : '/me');
	return { form, face: draft.face };
});

export const actions: Actions = {
	default: action(async ({ locals, params, cookies }) => {
		await locals.app.drafts.remove(locals.actor, params.form);
		redirect(303, isTogether({ cookies }) ? '/together/form' : '/me');
	})
};
