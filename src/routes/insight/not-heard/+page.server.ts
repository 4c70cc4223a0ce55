import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	view: await locals.app.statementFigures.notHeard(locals.actor, {
		...periodAsked(url),
		weeks: Number(url.searchParams.get('weeks') ?? 0),
		when: url.searchParams.get('when') === 'held' ? 'held' : 'near'
	})
}));
