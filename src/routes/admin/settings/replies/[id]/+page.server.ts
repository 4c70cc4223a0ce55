import { redirect } from '@sveltejs/kit';
import { MOST_IN_A_REPLY } from '#lib/server/administration/own-replies.ts';
import { notFound } from '#lib/server/errors.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { byLanguageOf } from '../../by-language.ts';
import { signedOutMeanwhile } from '../../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

/** A new one has the place of an id. */
const idOf = (id: string): string => (id === 'new' ? '' : id);

export const load: PageServerLoad = page(async (event) => {
	if (signedOutMeanwhile(event)) return { editing: null, most: MOST_IN_A_REPLY };
	const { locals, params } = event;
	const { replies, version } = await locals.app.administration.readyReplies(locals.actor);
	const reply = replies.find(({ id }) => id === params.id) ?? null;
	if (!reply && idOf(params.id) !== '') throw notFound();
	return { editing: { reply, version }, most: MOST_IN_A_REPLY };
});

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.administration.changeReadyReply(locals.actor, {
			do: 'keep',
			version: Number(textOf(form, 'version')),
			id: idOf(params.id),
			words: byLanguageOf(form, 'words')
		});
		redirect(303, '/admin/settings/replies?kept');
	})
};
