import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals }) => ({
	caseload: await locals.app.meetingFigures.caseload(locals.actor)
}));
