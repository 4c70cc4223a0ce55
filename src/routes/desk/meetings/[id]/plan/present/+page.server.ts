import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor }, params, url }) => ({
	plan: await app.plans.forChair(actor, params.id, url.searchParams.get('of'))
}));
