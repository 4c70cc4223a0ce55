import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor }, params }) => ({
	own: await app.plans.ownMeeting(actor, params.id),
	plan: await app.plans.ofMeeting(actor, params.id),
	place: await app.diary.ownPlace(actor, params.id),
	letter: await app.letters.letterAbout(actor, params.id),
	decided: await app.letters.decidedAbout(actor, { meetingId: params.id }),
	takingPart: await app.preparing.ownPlan(actor)
}));
