import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals, url }) =>
	locals.app.figures.forms(locals.actor, periodAsked(url))
);
