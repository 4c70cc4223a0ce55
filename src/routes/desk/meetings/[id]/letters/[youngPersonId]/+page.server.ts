import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { readLetter } from './read-letter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, request, url }) => {
	if (locals.actor.kind === 'nobody' && request.method === 'POST')
		return { letter: null, copy: null, did: null, writes: '' };
	const { app, actor } = locals;
	const { id: meetingId, youngPersonId } = params;
	const letter = await app.letters.compose(actor, { meetingId, youngPersonId });
	const subjectId = letter.state === 'sent' ? letter.letterId : null;
	return {
		letter,
		copy:
			subjectId &&
			(await app.machines.copyState(actor, { kind: 'letter', subjectId, youngPersonId })),
		did: (['kept', 'approved'] as const).find((what) => url.searchParams.has(what)) ?? null,
		writes: locals.translator.language.tag
	};
});

/** @param words left out where nothing is written in this step */
const inputOf = (
	params: { id: string; youngPersonId: string },
	form: FormData,
	words: boolean
) => ({
	meetingId: params.id,
	youngPersonId: params.youngPersonId,
	version: Number(textOf(form, 'version')),
	...(words ? { words: readLetter(form) } : {})
});

export const actions: Actions = {
	save: action(async ({ locals, params, url }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.letters.save(locals.actor, inputOf(params, form, true));
		redirect(303, `${url.pathname}?kept`);
	}),
	approve: action(async ({ locals, params, url }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const wrote = form.has('wrote_in');
		await locals.app.letters.approve(locals.actor, inputOf(params, form, wrote));
		redirect(303, `${url.pathname}?approved`);
	}),
	send: action(async ({ locals, params }, form) => {
		await locals.app.letters.send(locals.actor, inputOf(params, form, false));
		redirect(303, `/desk/meetings/${params.id}/letters?sent`);
	})
};
