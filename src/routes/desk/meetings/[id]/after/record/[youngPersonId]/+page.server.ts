import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';
import { recordIn } from '../../read-form.ts';

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => {
	const { id: meetingId, youngPersonId } = params;
	const signedOut = locals.actor.kind === 'nobody' && request.method === 'POST';
	const record = signedOut
		? null
		: await locals.app.deciding.record(locals.actor, { meetingId, youngPersonId });
	const copied = { kind: 'record', subjectId: meetingId, youngPersonId } as const;
	return {
		record,
		copy: record?.sent ? await locals.app.machines.copyState(locals.actor, copied) : null,
		done: (['kept', 'sent'] as const).find((done) => url.searchParams.has(done)) ?? null
	};
});

export const actions: Actions = {
	keep: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const { id: meetingId, youngPersonId } = params;
		await locals.app.deciding.saveRecord(locals.actor, {
			meetingId,
			youngPersonId,
			...recordIn(form)
		});
		redirect(303, `/desk/meetings/${meetingId}/after/record/${youngPersonId}?kept`);
	}),
	send: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const { id: meetingId, youngPersonId } = params;
		await locals.app.deciding.sendRecord(locals.actor, {
			meetingId,
			youngPersonId,
			...recordIn(form)
		});
		redirect(303, `/desk/meetings/${meetingId}/after/record/${youngPersonId}?sent`);
	})
};
