import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor }, params }) => ({
	plan: await app.plans.ofMeeting(actor, params.id)
}));
