import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { GOING } from '#lib/server/midway/views.ts';
import type { Actions, PageServerLoad } from './$types';

const of = (params: { id: string; meetingId: string }) => ({
	youngPersonId: params.id,
	meetingId: params.meetingId
});

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => ({
	check:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.midway.open(locals.actor, of(params)),
	kept: url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const going = choiceOf(form, 'going', GOING);
		await locals.app.midway.save(locals.actor, {
			...of(params),
			version: Number(textOf(form, 'version')),
			...(going === null ? {} : { going }),
			doneOn: textOf(form, 'done_on'),
			words: textOf(form, 'words')
		});
		redirect(303, `/desk/people/${params.id}/midway/${params.meetingId}?kept`);
	})
};
