import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, request }) => {
	// After a refusal the page tells why, and whatever can be said of the statement stands on its own page.
	if (request.method === 'POST') return { sent: null, asked: false };
	const sent = await locals.app.statements.readOwn(locals.actor, params.id);
	if (!sent.mayTakeBack) redirect(303, `/me/sent/${params.id}`);
	const requests = await locals.app.requests.listOwn(locals.actor);
	return {
		sent,
		asked: requests.some(
			({ statementId, fromStatementId }) => statementId === sent.id || fromStatementId === sent.id
		)
	};
});

export const actions: Actions = {
	default: action(async ({ locals, params }) => {
		const { formId } = await locals.app.statements.takeBack(locals.actor, params.id);
		redirect(303, `/me/say/${formId}/check`);
	})
};
