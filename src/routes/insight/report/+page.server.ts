import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	view: await locals.app.report.view(locals.actor, periodAsked(url)),
	kept: url.searchParams.has('kept')
}));
