import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	view: await locals.app.statementFigures.use(locals.actor, {
		by: url.searchParams.get('by') ?? ''
	})
}));
