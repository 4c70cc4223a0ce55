import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => ({
	note: await locals.app.themes.note(locals.actor, params.month)
}));
