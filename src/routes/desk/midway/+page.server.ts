import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	list: await locals.app.midway.list(locals.actor, {
		page: Number(url.searchParams.get('page') ?? 1)
	})
}));
