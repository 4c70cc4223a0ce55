import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	caseload: await locals.app.diary.caseload(locals.actor, {
		show: url.searchParams.get('show') ?? 'all',
		officer: url.searchParams.get('officer') ?? '',
		page: Number(url.searchParams.get('page') ?? 1)
	}),
	mayMake: locals.actor.kind === 'staff' && locals.actor.roles.includes('iro')
}));
