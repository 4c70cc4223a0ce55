import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	said: await locals.app.surveys.words(locals.actor, {
		quarter: url.searchParams.get('quarter') ?? ''
	})
}));
