import { json } from '@sveltejs/kit';
import { fieldsOf } from '#lib/forms/fields.ts';
import { wordsOf } from '#lib/forms/words.ts';
import { notFound } from '#lib/server/errors.ts';
import { page } from '#lib/server/hooks/answer.ts';
import type { RequestHandler } from './$types';

/** What they said so far and what is known of them: sealed on their own phone, beside the empty form. */
export const GET: RequestHandler = page(async ({ locals, params }) => {
	const view = await locals.app.drafts.open(locals.actor, params.form);
	const { form, facts, draft, author } = view;
	// On a phone that others use, nothing is kept.
	if (!draft || locals.signedIn?.kind !== 'own_phone') throw notFound();
	const { translator } = locals;
	const said = Object.entries(draft.answers);
	return json({
		author,
		form,
		title: wordsOf(form, draft.face, translator).title,
		language: translator.language.tag,
		face: draft.face,
		facts: { ...facts, promises: [] },
		sendKey: draft.sendKey,
		fields: Object.assign(
			{},
			...said.map(([id, { answer, kept }]) =>
				fieldsOf(id, answer.kind === 'skipped' ? kept : answer)
			)
		) as Record<string, readonly string[]>,
		skipped: said.flatMap(([id, { answer }]) => (answer.kind === 'skipped' ? id : [])),
		chairOnly: said.flatMap(([id, { chairOnly }]) => (chairOnly ? id : [])),
		stamps: Object.fromEntries(said.map(([id, { updatedAt }]) => [id, updatedAt]))
	});
});
