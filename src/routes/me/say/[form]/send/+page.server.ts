import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { endTogether, isTogether } from '#lib/server/hooks/together.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => {
	const { form, draft, reader, staff } = await locals.app.drafts.open(locals.actor, params.form);
	if (!draft) redirect(303, `/me/say/${params.form}`);
	if (form.goesTo === 'kept') redirect(303, `/me/say/${params.form}/check`);
	const where = await locals.app.statements.meetingsFor(locals.actor, params.form);
	const asked = url.searchParams.get('meeting');
	const meetings = where.outcome === 'ask' ? where.meetings : [];
	const chosen = meetings.find(({ id }) => id === asked) ?? null;
	return {
		form,
		face: draft.face,
		/** To be chosen from before it can be sent. */
		choices: chosen ? [] : meetings,
		meeting: where.outcome === 'link' ? where.meeting : chosen,
		chosenId: chosen?.id ?? null,
		sendKey: draft.sendKey,
		reader: chosen?.chair ? { kind: 'person' as const, name: chosen.chair.name } : reader,
		ticked: Object.values(draft.answers).flatMap(({ answer }) =>
			answer.kind === 'audience' ? staff.filter(({ id }) => answer.staff.includes(id)) : []
		)
	};
});

export const actions: Actions = {
	default: action(async (event, form) => {
		const { locals, params } = event;
		// A second tap, after the first has ended it.
		if (locals.actor.kind === 'nobody' && isTogether(event)) redirect(303, '/together/done');
		const meetingId = form.get('meeting');
		const sent = await locals.app.statements.send(locals.actor, {
			formId: params.form,
			sendKey: String(form.get('send_key')),
			...(typeof meetingId === 'string' && meetingId !== '' ? { meetingId } : {})
		});
		if (locals.actor.kind === 'young_person' && locals.actor.only)
			return endTogether(event, 'sent');
		redirect(303, `/me/say/${params.form}/sent?statement=${sent.statementId}`);
	})
};
