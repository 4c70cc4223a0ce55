import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals }) => ({
	sentTo: await locals.app.statements.sentTo(locals.actor)
}));
