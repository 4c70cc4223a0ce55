import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	history: await locals.app.administration.history(locals.actor, {
		page: Number(url.searchParams.get('page') ?? 1)
	})
}));
