import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => ({
	...(locals.actor.kind === 'nobody' && request.method === 'POST'
		? { statement: null, copy: null, raised: null }
		: await opened(locals, params.id)),
	readyReplies:
		locals.actor.kind === 'nobody' ? [] : await locals.app.statements.readyReplies(locals.actor),
	// The same page sent twice answers once.
	sendKey: randomUUID(),
	answered: url.searchParams.has('answered'),
	themesKept: url.searchParams.has('themes')
}));

async function opened({ app, actor }: App.Locals, statementId: string) {
	const statement = await app.statements.open(actor, statementId);
	const of = { subjectId: statement.id, youngPersonId: statement.youngPerson.id };
	return {
		statement,
		copy: await app.machines.copyState(actor, { kind: 'statement', ...of }),
		raised: await app.themes.ofStatement(actor, statement.id)
	};
}

export const actions: Actions = {
	reply: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const readyReply = textOf(form, 'ready');
		const words = form.get('words');
		await locals.app.statements.reply(locals.actor, {
			statementId: params.id,
			sendKey: String(form.get('send_key')),
			...(readyReply ? { readyReply } : {}),
			words: typeof words === 'string' ? words : ''
		});
		redirect(303, `/desk/statements/${params.id}?answered`);
	}),
	themes: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.themes.mark(locals.actor, {
			statementId: params.id,
			themeIds: [...form.keys()].flatMap((name) => /^theme-(.+)$/.exec(name)?.[1] ?? []),
			seen: textOf(form, 'seen')
		});
		redirect(303, `/desk/statements/${params.id}?themes#raises`);
	})
};
