import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, request, url }) => {
	if (request.method !== 'POST') redirect(303, `/desk/people/${params.id}`);
	const { name, language } = await locals.app.people.see(locals.actor, params.id);
	return { name, speaks: language, origin: url.origin };
});

export const actions: Actions = {
	// The card is the answer to the post that makes it, and exists nowhere else: a redirect would need the code kept on
	// the server, or in an address. Loading the page again makes a new card and stops this one.
	default: action(async ({ locals, params }) => ({
		card: await locals.app.accounts.makeInvitation(locals.actor, params.id)
	}))
};
