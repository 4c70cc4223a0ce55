import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => ({
	of: await locals.app.letters.ofMeeting(locals.actor, params.id),
	sent: url.searchParams.has('sent')
}));
