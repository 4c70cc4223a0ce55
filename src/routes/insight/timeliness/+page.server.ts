import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	reviews: await locals.app.meetingFigures.reviews(locals.actor, periodAsked(url)),
	conferences: await locals.app.meetingFigures.conferences(locals.actor, periodAsked(url))
}));
