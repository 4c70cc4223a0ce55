import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

const DONE = ['objected', 'agreed'] as const;

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	list: await locals.app.deciding.list(locals.actor, {
		page: Number(url.searchParams.get('page') ?? '1')
	}),
	done: DONE.find((done) => url.searchParams.has(done)) ?? null
}));
