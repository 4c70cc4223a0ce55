import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	list: await locals.app.requests.list(locals.actor, {
		page: Number(url.searchParams.get('page') ?? 1)
	}),
	done: (['matched', 'passed_on'] as const).find((what) => url.searchParams.has(what)) ?? null
}));
