import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { readMeetingForm } from '../../read-meeting-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor }, params, request }) => ({
	form:
		actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await app.diary.formToChange(actor, params.id)
}));

export const actions: Actions = {
	default: action(async ({ locals: { app, actor }, params }, form) => {
		if (actor.kind === 'nobody') return waitsForAuthor(form);
		await app.meetings.edit(actor, {
			...readMeetingForm(form),
			meetingId: params.id,
			version: Number(textOf(form, 'version'))
		});
		redirect(303, `/desk/meetings/${params.id}?changed`);
	})
};
