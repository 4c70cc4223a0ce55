import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => {
	const sent = await locals.app.statements.readOwn(locals.actor, params.id);
	const asked = await locals.app.requests.listOwn(locals.actor);
	return {
		sent,
		// By itself, or by an answer of it.
		asked: asked.filter(
			({ statementId, fromStatementId }) => statementId === sent.id || fromStatementId === sent.id
		),
		decided: await locals.app.letters.decidedAbout(locals.actor, { statementId: sent.id }),
		added: url.searchParams.has('added')
	};
});
