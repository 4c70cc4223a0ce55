import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { MEETING_KINDS } from '#lib/meetings/kinds.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { readMeetingForm } from '../read-meeting-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor }, request, url }) => ({
	form:
		actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await app.diary.formToMake(actor, {
					youngPersonId: url.searchParams.get('for'),
					afterId: url.searchParams.get('after')
				}),
	newId: randomUUID()
}));

export const actions: Actions = {
	default: action(async ({ locals: { app, actor } }, form) => {
		if (actor.kind === 'nobody') return waitsForAuthor(form);
		const after = textOf(form, 'after');
		const id = await app.meetings.make(actor, {
			...readMeetingForm(form),
			meetingId: textOf(form, 'meeting'),
			kind: choiceOf(form, 'kind', MEETING_KINDS) ?? 'looked_after_review',
			held: form.has('held'),
			...(after === '' ? {} : { afterId: after })
		});
		redirect(303, `/desk/meetings/${id}?made`);
	})
};
