import { redirect } from '@sveltejs/kit';
import { isTogether } from '#lib/server/hooks/together.ts';
import type { LayoutServerLoad } from './$types';

/** Only the way in: what may be read is decided by the services. */
export const load: LayoutServerLoad = ({ locals, request, cookies }) => {
	// A post that came too late is answered by its page, which still has what was typed.
	const asksForPage = request.method === 'GET';
	if (locals.actor.kind !== 'young_person' && asksForPage)
		redirect(303, isTogether({ cookies }) ? '/together/done' : '/sign-in');
};
