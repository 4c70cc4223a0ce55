import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

/** Nothing but links, and those for who may follow them. */
export const load: PageServerLoad = page(async ({ locals }) => {
	await locals.app.administration.council(locals.actor);
});
