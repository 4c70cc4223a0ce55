import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { CONFERENCE_KINDS } from '#lib/server/surveys/answers.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/insight/survey/paper';
const KEPT = ['kept', 'ring_kept'] as const;

export const load: PageServerLoad = page(async ({ locals, url, request }) => ({
	begun:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: locals.app.surveys.beginSheet(locals.actor),
	kept: KEPT.find((kept) => url.searchParams.has(kept)) ?? null,
	// The next sheet is mostly of the same kind and day.
	before: Object.fromEntries(url.searchParams),
	// The same sheet sent twice is kept once.
	sendKey: randomUUID()
}));

export const actions: Actions = {
	keep: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const kind = choiceOf(form, 'kind', CONFERENCE_KINDS);
		const on = textOf(form, 'on');
		const language = textOf(form, 'language');
		await locals.app.surveys.typeIn(locals.actor, {
			sendKey: textOf(form, 'send_key'),
			conferenceKind: kind,
			respondedOn: on,
			language,
			fields: Object.fromEntries(
				[...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, [value]]] : []))
			)
		});
		redirect(303, `${HERE}?kept&${new URLSearchParams({ kind: kind ?? '', on, language })}`);
	}),
	ring: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.surveys.typeInCallback(locals.actor, {
			name: textOf(form, 'name'),
			phone: textOf(form, 'phone'),
			language: textOf(form, 'ring_language')
		});
		redirect(303, `${HERE}?ring_kept`);
	})
};
