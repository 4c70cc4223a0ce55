import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../../period-asked.ts';
import type { PageServerLoad } from './$types';

const FILTERS = ['month', 'role', 'team', 'officer'] as const;

export const load: PageServerLoad = page(async ({ locals, url }) => {
	const filters: Record<string, string> = Object.fromEntries(
		FILTERS.flatMap((name) => {
			const value = url.searchParams.get(name);
			return value ? [[name, value]] : [];
		})
	);
	const asked = { ...periodAsked(url), ...filters };
	const number = Number(url.searchParams.get('page') ?? 1);
	return { list: await locals.app.carers.unanswered(locals.actor, asked, number), filters };
});
