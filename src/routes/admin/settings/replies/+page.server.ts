import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { READY_REPLIES } from '#lib/server/statements/ready-replies.ts';
import { signedOutMeanwhile } from '../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => ({
	editing: signedOutMeanwhile(event)
		? null
		: await event.locals.app.administration.readyReplies(event.locals.actor),
	builtIn: READY_REPLIES,
	kept: event.url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.administration.changeReadyReply(locals.actor, {
			do: 'take_away',
			version: Number(textOf(form, 'version')),
			id: textOf(form, 'id')
		});
		redirect(303, '/admin/settings/replies?kept');
	})
};
