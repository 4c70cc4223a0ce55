import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => {
	const sent = await locals.app.statements.readOwn(locals.actor, params.id);
	const asked = await locals.app.requests.listOwn(locals.actor);
	return {
		sent,
		// By an answer of it. What it asked for by itself is told by its own trail.
		asked: asked.filter(({ fromStatementId }) => fromStatementId === sent.id),
		added: url.searchParams.has('added')
	};
});
