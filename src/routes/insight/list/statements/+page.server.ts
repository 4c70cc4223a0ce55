import { STATEMENT_FILTERS } from '#lib/figures/statement-figures.ts';
import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => {
	const { searchParams } = url;
	const asked = STATEMENT_FILTERS.map((name) => [name, searchParams.get(name) ?? ''] as const);
	return {
		list: await locals.app.statementFigures.list(
			locals.actor,
			periodAsked(url),
			Object.fromEntries(asked),
			Number(searchParams.get('page') ?? 1)
		)
	};
});
