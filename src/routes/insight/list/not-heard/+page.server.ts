import { HEARD_FILTERS } from '#lib/figures/not-heard.ts';
import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => {
	const { searchParams } = url;
	const asked = HEARD_FILTERS.map((name) => [name, searchParams.get(name) ?? ''] as const);
	return {
		list: await locals.app.statementFigures.listHeard(locals.actor, {
			...periodAsked(url),
			when: searchParams.get('when') === 'held' ? 'held' : 'near',
			weeks: Number(searchParams.get('weeks') ?? 0),
			filters: Object.fromEntries(asked),
			page: Number(searchParams.get('page') ?? 1)
		})
	};
});
