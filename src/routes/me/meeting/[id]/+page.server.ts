import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor }, params }) => ({
	own: await app.plans.ownMeeting(actor, params.id),
	plan: await app.plans.ofMeeting(actor, params.id)
}));
