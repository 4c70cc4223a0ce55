import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { CONCERN_COLOURS } from '#lib/rights/concerns.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { tellingOf } from '../telling-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url, request }) => ({
	begun:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.concerns.begin(locals.actor, {
					youngPersonId: url.searchParams.get('youngPerson') ?? '',
					meetingId: url.searchParams.get('meeting'),
					statementId: url.searchParams.get('statement')
				}),
	// The same page sent twice raises one.
	sendKey: randomUUID()
}));

export const actions: Actions = {
	default: action(async ({ locals, url }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const colour = choiceOf(form, 'colour', CONCERN_COLOURS);
		const id = await locals.app.concerns.raise(locals.actor, {
			sendKey: textOf(form, 'send_key'),
			youngPersonId: url.searchParams.get('youngPerson') ?? '',
			meetingId: textOf(form, 'meeting') || null,
			statementId: url.searchParams.get('statement'),
			words: textOf(form, 'words'),
			...(colour === null ? {} : { colour }),
			telling: tellingOf(form)
		});
		redirect(303, `/desk/concerns/${id}?raised`);
	})
};
