import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { signedOutMeanwhile } from '../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => ({
	editing: signedOutMeanwhile(event)
		? null
		: await event.locals.app.administration.extraDays(event.locals.actor),
	kept: event.url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const removed = textOf(form, 'remove');
		await locals.app.administration.changeExtraDay(locals.actor, {
			do: removed === '' ? 'add' : 'remove',
			version: Number(textOf(form, 'version')),
			on: removed === '' ? textOf(form, 'on') : removed,
			name: textOf(form, 'name')
		});
		redirect(303, '/admin/settings/holidays?kept');
	})
};
