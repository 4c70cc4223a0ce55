import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => ({
	person: await locals.app.people.see(locals.actor, params.id)
}));

export const actions: Actions = {
	revoke: action(async ({ locals, params }) => {
		await locals.app.accounts.revokeInvitation(locals.actor, params.id);
		redirect(303, `/desk/people/${params.id}`);
	})
};
