import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, typed, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { answerIn } from '#lib/server/hooks/language-choice.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, request }) => {
	const sendKey = randomUUID();
	if (locals.actor.kind === 'nobody' && request.method === 'POST') return { sent: null, sendKey };
	const sent = await locals.app.statements.readOwn(locals.actor, params.id);
	if (!sent.mayAdd && request.method !== 'POST') redirect(303, `/me/sent/${params.id}`);
	return { sent, sendKey };
});

export const actions: Actions = {
	default: action(async (event, form) => {
		const { locals, params } = event;
		if (answerIn(event, form.get('language'))) return { values: typed(form) };
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.statements.add(locals.actor, {
			statementId: params.id,
			sendKey: textOf(form, 'send_key'),
			words: textOf(form, 'words'),
			language: locals.translator.language.tag
		});
		redirect(303, `/me/sent/${params.id}?added`);
	})
};
