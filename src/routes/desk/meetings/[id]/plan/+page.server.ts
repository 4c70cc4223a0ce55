import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor }, params, url }) => {
	const plans = await app.plans.listForChair(actor, params.id);
	const chosen = url.searchParams.get('of');
	// With several young people in it, whose plan is asked for comes first: none is opened by the way.
	const one = chosen !== null || plans.length === 1;
	return { plans, plan: one ? await app.plans.forChair(actor, params.id, chosen) : null };
});
