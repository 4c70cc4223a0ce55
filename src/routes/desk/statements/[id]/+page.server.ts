import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { READY_REPLIES } from '#lib/server/statements/ready-replies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => ({
	statement:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.statements.open(locals.actor, params.id),
	readyReplies: READY_REPLIES,
	// The same page sent twice answers once.
	sendKey: randomUUID(),
	answered: url.searchParams.has('answered')
}));

export const actions: Actions = {
	reply: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const readyReply = READY_REPLIES.find((code) => code === form.get('ready'));
		const words = form.get('words');
		await locals.app.statements.reply(locals.actor, {
			statementId: params.id,
			sendKey: String(form.get('send_key')),
			...(readyReply ? { readyReply } : {}),
			words: typeof words === 'string' ? words : ''
		});
		redirect(303, `/desk/statements/${params.id}?answered`);
	})
};
