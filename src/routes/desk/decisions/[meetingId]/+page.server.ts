import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, request }) => ({
	decisions:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.deciding.read(locals.actor, params.meetingId),
	// The same page sent twice objects once.
	sendKey: randomUUID()
}));

export const actions: Actions = {
	object: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.deciding.object(locals.actor, {
			meetingId: params.meetingId,
			sendKey: textOf(form, 'send_key'),
			words: textOf(form, 'words')
		});
		redirect(303, '/desk/decisions?objected');
	}),
	agree: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.deciding.agree(locals.actor, params.meetingId);
		redirect(303, '/desk/decisions?agreed');
	})
};
