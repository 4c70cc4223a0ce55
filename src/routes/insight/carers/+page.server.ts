import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	view: await locals.app.carers.figures(locals.actor, periodAsked(url)),
	flagged: await locals.app.carers.flagged(locals.actor)
}));
