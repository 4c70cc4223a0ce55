import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals }) => {
	const sent = await locals.app.statements.listOwn(locals.actor);
	const concerns = await locals.app.concerns.listOwn(locals.actor);
	return { sent: sent.length, concerns: concerns.length };
});
