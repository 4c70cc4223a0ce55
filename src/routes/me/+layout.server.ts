import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Only the way in: what may be read is decided by the services. */
export const load: LayoutServerLoad = ({ locals, request }) => {
	// A post that came too late is answered by its page, which still has what was typed.
	const asksForPage = request.method === 'GET';
	if (locals.actor.kind !== 'young_person' && asksForPage) redirect(303, '/sign-in');
};
