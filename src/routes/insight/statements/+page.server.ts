import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	figures: await locals.app.statementFigures.ofPeriod(locals.actor, periodAsked(url))
}));
