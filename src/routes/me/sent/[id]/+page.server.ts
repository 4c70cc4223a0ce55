import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => ({
	sent: await locals.app.statements.readOwn(locals.actor, params.id)
}));
