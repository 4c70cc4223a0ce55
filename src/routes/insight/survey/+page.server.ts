import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	view: await locals.app.surveys.see(locals.actor, { year: url.searchParams.get('year') ?? '' })
}));
