import { randomUUID } from 'node:crypto';
import { page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';
import { DONE, then } from './after-actions.ts';
import { decisionIn, outcomeIn, participationIn, tapIn } from './read-form.ts';

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => ({
	after:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.deciding.after(locals.actor, {
					meetingId: params.id,
					youngPersonId: url.searchParams.get('about')
				}),
	conferenceRecord:
		locals.actor.kind === 'nobody'
			? null
			: await locals.app.surveys.recordState(locals.actor, params.id),
	// The same page sent twice adds one point.
	sendKey: randomUUID(),
	done: DONE.find((done) => done === url.searchParams.get('done')) ?? null
}));

export const actions: Actions = {
	take: then('kept', 'points', (d, who, form, of) => d.takePoint(who, { ...of, ...tapIn(form) })),
	add: then('kept', 'points', (d, who, form, of) =>
		d.addPoint(who, { ...of, sendKey: textOf(form, 'send_key'), words: textOf(form, 'words') })
	),
	keep: then('kept', 'points', (d, who, form) => d.changeDecision(who, decisionIn(form))),
	remove: then('kept', 'points', (d, who, form, of) =>
		d.removeDecision(who, { ...of, ...decisionIn(form) })
	),
	raise: then('kept', 'points', (d, who, form) => d.raiseDecision(who, textOf(form, 'decision'))),
	took_part: then('kept', 'took-part', (d, who, form, of) =>
		d.sayParticipation(who, { ...of, ...participationIn(form) })
	),
	code: then('kept', 'took-part', (d, who, form, of) =>
		d.confirmCode(who, { ...of, code: textOf(form, 'code') })
	),
	outcome: then('kept', 'outcome', (d, who, form, { meetingId }) =>
		d.completeOutcome(who, { meetingId, ...outcomeIn(form) })
	),
	send: then('sent', 'managers', (d, who, _, of) => d.sendToManagers(who, of.meetingId)),
	take_back: then('taken_back', 'managers', (d, who, _, of) => d.takeBack(who, of.meetingId)),
	answer: then('sent', 'managers', (d, who, form, { meetingId }) =>
		d.answerObjections(who, { meetingId, words: textOf(form, 'answer') })
	)
};
