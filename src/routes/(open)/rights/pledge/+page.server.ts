import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals }) => ({
	pledge: await locals.app.council.pledgeIn(locals.translator.language.tag)
}));
