import { londonDate } from '../language/dates.ts';
import type { MeetingKind } from './kinds.ts';

/** What the linking rule needs to know of a meeting. */
export interface MeetingTimes {
	readonly id: string;
	readonly kind: MeetingKind;
	/** Null while there is no date. */
	readonly scheduledAt: number | null;
	/** London date, once it was held. */
	readonly heldOn: string | null;
	readonly cancelledAt: number | null;
}

/** The meetings a form is made for; see `Form.meetings`. */
export interface LinkingRule {
	readonly kinds: readonly MeetingKind[];
	readonly alsoFits: readonly MeetingKind[];
}

/** Where a statement goes on sending. `kinds` stay with it: carried on later, it keeps to what was chosen. */
export type Choice<M extends MeetingTimes> =
	| { readonly outcome: 'link'; readonly meeting: M; readonly kinds: readonly MeetingKind[] }
	| { readonly outcome: 'ask'; readonly meetings: readonly M[] }
	| { readonly outcome: 'wait'; readonly kinds: readonly MeetingKind[] };

/** Why a link was made. */
export type LinkReason = 'sent' | 'date_made' | EndReason;
/** Why it ended: with `missed` the meeting was held and nobody who chairs had opened the statement. */
export type EndReason = 'meeting_cancelled' | 'missed' | 'date_withdrawn' | 'not_covered';

/** What becomes of a statement when meetings have changed. */
export type Relinking<M extends MeetingTimes> =
	| { readonly outcome: 'stays' }
	/** Its meeting was held and it had been opened. */
	| { readonly outcome: 'closes' }
	/** Its meeting was said to be held, and that was taken back. */
	| { readonly outcome: 'reopens' }
	/** Its link ends where `ended` says why; it goes to `next`, or waits when that is null. */
	| { readonly outcome: 'moves'; readonly ended: EndReason | null; readonly next: M | null };

export interface Linked {
	readonly kinds: readonly MeetingKind[];
	readonly closed: boolean;
	/** Its current link. */
	readonly link: { readonly meeting: MeetingTimes; readonly covers: boolean } | null;
	/** Whether somebody opened it as its chair. */
	readonly opened: boolean;
}

/** It has a date still to come, is not cancelled and not yet held. A meeting that has begun is not planned. */
export function isPlanned(meeting: MeetingTimes, now: number): boolean {
	return isOpen(meeting) && meeting.scheduledAt !== null && meeting.scheduledAt > now;
}

/** It has begun today, in London, and is not closed. */
export function isRunning(meeting: MeetingTimes, now: number): boolean {
	const { scheduledAt } = meeting;
	return (
		isOpen(meeting) &&
		scheduledAt !== null &&
		scheduledAt <= now &&
		londonDate(scheduledAt) === londonDate(now)
	);
}

function isOpen(meeting: MeetingTimes): boolean {
	return meeting.heldOn === null && meeting.cancelledAt === null;
}

/** The soonest planned meeting of these kinds. */
export function nextMeeting<M extends MeetingTimes>(
	kinds: readonly MeetingKind[],
	meetings: readonly M[],
	now: number
): M | null {
	return meetings
		.filter((meeting) => kinds.includes(meeting.kind) && isPlanned(meeting, now))
		.reduce<M | null>((soonest, meeting) => {
			if (!soonest) return meeting;
			const earlier = (meeting.scheduledAt ?? 0) - (soonest.scheduledAt ?? 0);
			return earlier < 0 || (earlier === 0 && meeting.id < soonest.id) ? meeting : soonest;
		}, null);
}

/** Meetings of these kinds that are going on: their chairs are told that something was sent too late for them. */
export function runningMeetings<M extends MeetingTimes>(
	kinds: readonly MeetingKind[],
	meetings: readonly M[],
	now: number
): M[] {
	return meetings.filter((meeting) => kinds.includes(meeting.kind) && isRunning(meeting, now));
}

/**
 * The linking rule on sending.
 * @param meetings the young person's own, all of them
 * @param chosenId the meeting they chose when they were asked. Should it be gone or begun by now, the statement still
 *   keeps to the kind that was chosen.
 */
export function chooseMeeting<M extends MeetingTimes>(
	rule: LinkingRule,
	meetings: readonly M[],
	now: number,
	chosenId: string | null = null
): Choice<M> {
	const chosen = meetings.find((meeting) => meeting.id === chosenId);
	if (chosen && rule.alsoFits.includes(chosen.kind))
		return linkOrWait(rule.alsoFits, meetings, now);
	const other = nextMeeting(rule.alsoFits, meetings, now);
	const next = nextMeeting(rule.kinds, meetings, now);
	const isChosen = chosen !== undefined && rule.kinds.includes(chosen.kind);
	if (next && other && !isChosen) return { outcome: 'ask', meetings: inOrder([next, other]) };
	return linkOrWait(rule.kinds, meetings, now);
}

function linkOrWait<M extends MeetingTimes>(
	kinds: readonly MeetingKind[],
	meetings: readonly M[],
	now: number
): Choice<M> {
	const meeting = nextMeeting(kinds, meetings, now);
	return meeting ? { outcome: 'link', meeting, kinds } : { outcome: 'wait', kinds };
}

/**
 * The linking rule after meetings were made, moved, cancelled or held. Asked again with nothing changed, it says
 * `stays`.
 * @param meetings the young person's own: at least all that are planned
 */
export function relink<M extends MeetingTimes>(
	statement: Linked,
	meetings: readonly M[],
	now: number
): Relinking<M> {
	const ended = statement.link && endOf(statement, statement.link);
	if (ended || !statement.link) {
		const next = nextMeeting(statement.kinds, meetings, now);
		return ended || next ? { outcome: 'moves', ended, next } : { outcome: 'stays' };
	}
	const held = statement.link.meeting.heldOn !== null;
	if (held === statement.closed) return { outcome: 'stays' };
	return { outcome: held ? 'closes' : 'reopens' };
}

/** Why a link holds no longer, or null while it does. A meeting moved to another date keeps its statements. */
function endOf(
	{ opened, closed }: Linked,
	{ meeting, covers }: NonNullable<Linked['link']>
): EndReason | null {
	const held = meeting.heldOn !== null;
	if (held && closed) return null;
	if (meeting.cancelledAt !== null) return 'meeting_cancelled';
	if (!covers) return 'not_covered';
	if (held) return opened ? null : 'missed';
	return meeting.scheduledAt === null ? 'date_withdrawn' : null;
}

function inOrder<M extends MeetingTimes>(meetings: readonly M[]): M[] {
	return [...meetings].sort((a, b) => (a.scheduledAt ?? 0) - (b.scheduledAt ?? 0));
}
