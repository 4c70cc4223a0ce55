import { PLAN_FORM } from '../../meetings/agenda.ts';
import { isPlanned, isRunning } from '../../meetings/linking.ts';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { draftOf, readDraft } from '../drafts/draft-contents.ts';
import { meetingsOf, type MeetingRow } from '../meetings/meeting-rows.ts';
import { factsFrom, youngPersonOf } from '../people/facts.ts';
import { forChair, listForChair } from './chairs-plan.ts';
import { goesTo, ofOwnMeeting, ofTheirs, viewOf, type Planning } from './own-plan.ts';
import { sentPlan } from './sent-plans.ts';
import type { OwnMeetingView } from './views.ts';

export type Plans = ReturnType<typeof createPlans>;

export function createPlans(core: Core, planning: Planning) {
	return {
		/** @throws Refusal `not_found` for a meeting that is not theirs */
		ownMeeting: (actor: Actor, meetingId: string) => ownMeeting(core, planning, actor, meetingId),

		/**
		 * What comes out of their own plan: of what they sent, or else of what they began. Null where nothing is planned.
		 * @throws Refusal `not_found` for a meeting that is not theirs
		 */
		ofMeeting: (actor: Actor, meetingId: string) => ofOwnMeeting(core, planning, actor, meetingId),

		/**
		 * What comes out of a plan that was sent, for the meeting's chair.
		 * @param statementId which plan, where several young people share the meeting
		 */
		forChair: (actor: Actor, meetingId: string, statementId: string | null = null) =>
			forChair(core, actor, meetingId, statementId),

		/** The plans sent for a meeting, by whose they are: a conference may have one of each brother and sister. */
		listForChair: (actor: Actor, meetingId: string) => listForChair(core, actor, meetingId)
	};
}

async function ownMeeting(
	core: Core,
	{ formOf }: Planning,
	actor: Actor,
	meetingId: string
): Promise<OwnMeetingView> {
	demandOwn('meeting.see_own', actor);
	const { read } = core.database;
	const now = core.now();
	const { row, profile } = await youngPersonOf(core, read, actor.id);
	const meetings = await meetingsOf(read, actor.id);
	const meeting = ofTheirs(meetings, meetingId);
	const form = formOf(PLAN_FORM);
	return {
		meeting: await viewOf(core, read, meeting),
		state: stateOf(meeting, now),
		knownAs: profile.knownAs,
		facts: await factsFrom(core, read, row, profile),
		plan: await sentPlan(read, actor.id, meetingId),
		begun: (await readDraft(core, read, draftOf(actor, PLAN_FORM))) !== null,
		mayPlan: form !== undefined && goesTo(form, meetings, now) === meetingId
	};
}

function stateOf(meeting: MeetingRow, now: number): OwnMeetingView['state'] {
	if (meeting.cancelledAt !== null) return 'cancelled';
	if (isPlanned(meeting, now)) return 'planned';
	if (isRunning(meeting, now)) return 'running';
	return meeting.scheduledAt === null && meeting.heldOn === null ? 'no_date' : 'held';
}
