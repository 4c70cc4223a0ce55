import { londonDate, londonInstant, londonMidnight } from '../language/dates.ts';
import type { Limits } from './limits.ts';
import { addDays, addWorkingDays, workingDaysBetween, type ExtraDays } from './working-days.ts';

/**
 * What runs from a meeting that was held. Each is worked out from what happened and from nothing another clock says: a
 * record that is late makes no decision late (domain, 1.1).
 * - `outcome` the outcome form · `decisions` the decisions go to the managers · `record` the full record · `letter` what
 *   the young person is told: all from when it was held
 * - `objection` managers may object: from when the decisions were sent; silence agrees
 */
export const MEETING_CLOCKS = ['outcome', 'decisions', 'objection', 'record', 'letter'] as const;
export type MeetingClockName = (typeof MEETING_CLOCKS)[number];

export type ClockState = 'done_in_time' | 'done_late' | 'running' | 'due_today' | 'overdue';

export interface MeetingClock {
	readonly name: MeetingClockName;
	/** The last instant of it. */
	readonly dueAt: number;
	/** The London date of that. */
	readonly dueOn: string;
	/** London date, or null. */
	readonly doneOn: string | null;
	readonly state: ClockState;
	/** How much is left, or while overdue how much has gone since; null when it is done. Hours are begun ones. */
	readonly left: { readonly unit: 'hours' | 'working_days'; readonly count: number } | null;
}

/** A meeting, and what was done after it. */
export interface HeldMeeting {
	/** London date; null: it was not held, and nothing runs. */
	readonly heldOn: string | null;
	readonly scheduledAt: number | null;
	/** How long it was planned to be. */
	readonly minutes?: number | null;
	readonly outcomeDoneAt: number | null;
	/** London date. */
	readonly decisionsSentOn: string | null;
	/** The window as it was set when they were sent, which a changed limit does not move. */
	readonly objectUntil?: number | null;
	/** A manager objected, or all agreed early, or it became final. */
	readonly objectionEndedAt?: number | null;
	/** London date. */
	readonly recordSentOn: string | null;
	/** London date; left out where no letter is written. */
	readonly letterSentOn?: string | null;
}

export interface ClockSetting {
	readonly now: number;
	readonly limits: Limits;
	readonly extraDays?: ExtraDays;
}

/** The clocks of a meeting that run or have run, in the order of `MEETING_CLOCKS`. */
export function meetingClocks(meeting: HeldMeeting, setting: ClockSetting): MeetingClock[] {
	const { heldOn, decisionsSentOn, letterSentOn } = meeting;
	if (heldOn === null) return [];
	const { now, limits, extraDays = [] } = setting;
	const workingDays = (
		name: MeetingClockName,
		from: string,
		count: number,
		doneOn: string | null
	): MeetingClock => {
		const dueOn = addWorkingDays(from, count, extraDays);
		return byDay(name, { dueOn, doneOn }, now, extraDays);
	};
	return [
		outcomeClock(meeting, heldOn, setting),
		workingDays('decisions', heldOn, limits.decisions, decisionsSentOn),
		...(decisionsSentOn === null ? [] : [objectionClock(meeting, decisionsSentOn, setting)]),
		workingDays('record', heldOn, limits.record, meeting.recordSentOn),
		...(letterSentOn === undefined
			? []
			: [workingDays('letter', heldOn, limits.letter, letterSentOn)])
	];
}

/**
 * When a meeting was over: its time and length, where it was held on the day it was planned for; otherwise the end of
 * the day it was held on, as nobody knows the hour.
 */
export function endedAt(
	meeting: Pick<HeldMeeting, 'scheduledAt' | 'minutes'>,
	heldOn: string
): number {
	const { scheduledAt, minutes } = meeting;
	if (scheduledAt !== null && londonDate(scheduledAt) === heldOn)
		return scheduledAt + (minutes ?? 0) * MINUTE_MILLISECONDS;
	return endOfDay(heldOn);
}

/** The last instant of a London date: until then, what is due on it is in time. */
export const endOfDay = (date: string): number => londonMidnight(addDays(date, 1)) - 1;

/** Until when a manager may object to decisions sent now. */
export function objectUntil(sentAt: number, limits: Limits, extraDays: ExtraDays = []): number {
	return endOfDay(addWorkingDays(londonDate(sentAt), limits.objection, extraDays));
}

const MINUTE_MILLISECONDS = 60_000;
const HOUR_MILLISECONDS = 3_600_000;

/** Hours, which run through nights and weekends. */
function outcomeClock(
	meeting: HeldMeeting,
	heldOn: string,
	{ now, limits }: ClockSetting
): MeetingClock {
	const dueAt = endedAt(meeting, heldOn) + limits.outcome * HOUR_MILLISECONDS;
	const doneAt = meeting.outcomeDoneAt;
	const dueOn = londonDate(dueAt);
	if (doneAt !== null)
		return {
			name: 'outcome',
			dueAt,
			dueOn,
			doneOn: londonDate(doneAt),
			state: doneAt <= dueAt ? 'done_in_time' : 'done_late',
			left: null
		};
	return {
		name: 'outcome',
		dueAt,
		dueOn,
		doneOn: null,
		state: openState(now, dueAt, dueOn),
		left: { unit: 'hours', count: Math.ceil(Math.abs(dueAt - now) / HOUR_MILLISECONDS) }
	};
}

/** It cannot be late: where nobody spoke until it ended, everybody has agreed. */
function objectionClock(
	meeting: HeldMeeting,
	sentOn: string,
	{ now, limits, extraDays = [] }: ClockSetting
): MeetingClock {
	const dueAt =
		meeting.objectUntil ?? objectUntil(londonInstant(`${sentOn}T12:00`), limits, extraDays);
	const dueOn = londonDate(dueAt);
	const ended = meeting.objectionEndedAt ?? (now > dueAt ? dueAt : null);
	const doneOn = ended === null ? null : londonDate(Math.min(ended, dueAt));
	return byDay('objection', { dueOn, doneOn }, now, extraDays);
}

function byDay(
	name: MeetingClockName,
	{ dueOn, doneOn }: { readonly dueOn: string; readonly doneOn: string | null },
	now: number,
	extraDays: ExtraDays
): MeetingClock {
	const dueAt = endOfDay(dueOn);
	if (doneOn !== null) {
		const state = doneOn <= dueOn ? 'done_in_time' : 'done_late';
		return { name, dueAt, dueOn, doneOn, state, left: null };
	}
	const today = londonDate(now);
	const [from, to] = today <= dueOn ? [today, dueOn] : [dueOn, today];
	const left = { unit: 'working_days', count: workingDaysBetween(from, to, extraDays) } as const;
	return { name, dueAt, dueOn, doneOn, state: openState(now, dueAt, dueOn), left };
}

function openState(now: number, dueAt: number, dueOn: string): ClockState {
	if (now > dueAt) return 'overdue';
	return londonDate(now) === dueOn ? 'due_today' : 'running';
}
