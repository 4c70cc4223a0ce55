import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	limits: (await locals.app.administration.limits(locals.actor)).limits,
	kept: url.searchParams.has('kept')
}));
