import { londonDate } from '../language/dates.ts';
import type { LimitName, Limits } from '../meetings/limits.ts';
import { addWorkingDays, workingDaysBetween, type ExtraDays } from '../meetings/working-days.ts';
import type { RequestKind } from './requests.ts';
import { THEIR_TURN, type Stage } from './stages.ts';

/** How days are counted here: the council's limits, and the days nobody works beyond the bank holidays. */
export interface Counting {
	readonly limits: Limits;
	readonly extraDays: ExtraDays;
}

interface Clock {
	readonly limit: LimitName;
	/** Where it may be made longer, for a reason: how long at most, from the same beginning. */
	readonly longest?: LimitName;
}

const CLOCKS: Readonly<Record<RequestKind, Readonly<Partial<Record<Stage, Clock>>>>> = {
	advocate: { new: { limit: 'advocate_contact' } },
	independent_visitor: { new: { limit: 'visitor_answer' } },
	complaint: {
		stage_1: { limit: 'complaint_stage_1', longest: 'complaint_stage_1_longest' },
		stage_1_answered: { limit: 'complaint_ask_stage_2' },
		stage_2: { limit: 'complaint_stage_2', longest: 'complaint_stage_2_longest' },
		stage_2_answered: { limit: 'complaint_ask_stage_3' },
		panel: { limit: 'complaint_panel' },
		panel_met: { limit: 'complaint_panel_report' },
		panel_reported: { limit: 'complaint_panel_response' }
	},
	early_review: { new: { limit: 'early_review_date' } },
	change_of_worker: { new: { limit: 'worker_answer' } }
};

/** The day something came, in London. */
export const receivedOn = (at: number): string => londonDate(at);

/**
 * By when the stage has to be over; null where nothing limits it.
 * @param startedOn the day it began, which is day 0
 */
export function dueOn(
	kind: RequestKind,
	stage: Stage,
	startedOn: string,
	{ limits, extraDays }: Counting
): string | null {
	const clock = CLOCKS[kind][stage];
	return clock ? addWorkingDays(startedOn, limits[clock.limit], extraDays) : null;
}

/** How far the stage can be extended; null where it cannot be. */
export function longestOn(
	kind: RequestKind,
	stage: Stage,
	startedOn: string,
	{ limits, extraDays }: Counting
): string | null {
	const longest = CLOCKS[kind][stage]?.longest;
	return longest === undefined ? null : addWorkingDays(startedOn, limits[longest], extraDays);
}

/** Whether a stage may be extended to that day: later than now due, and not beyond the longest. */
export function mayExtendTo(
	to: string,
	{ due, longest }: { readonly due: string | null; readonly longest: string | null }
): boolean {
	return longest !== null && due !== null && to > due && to <= longest;
}

/** Whether whoever handles it is late: the whole of the last day is still in time. */
export const isLate = (stage: Stage, due: string | null, today: string): boolean =>
	due !== null && today > due && !THEIR_TURN.includes(stage);

/** Whether the young person's own time to ask for more has passed. */
export const theirTimeIsOver = (stage: Stage, due: string | null, today: string): boolean =>
	due !== null && today > due && THEIR_TURN.includes(stage);

/** Working days left until a date; negative when it has passed. */
export function daysLeft(today: string, due: string, extraDays: ExtraDays): number {
	return due >= today
		? workingDaysBetween(today, due, extraDays)
		: -workingDaysBetween(due, today, extraDays);
}
