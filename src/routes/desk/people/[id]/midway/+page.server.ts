import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => ({
	of: await locals.app.midway.ofPerson(locals.actor, params.id)
}));
