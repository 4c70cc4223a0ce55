import { page } from '#lib/server/hooks/answer.ts';
import { MEETING_KINDS } from '#lib/meetings/kinds.ts';
import { periodAsked } from '../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => {
	const kind = MEETING_KINDS.find((known) => known === url.searchParams.get('kind'));
	return {
		view: await locals.app.meetingFigures.participation(
			locals.actor,
			periodAsked(url),
			kind ? { kind } : {}
		)
	};
});
