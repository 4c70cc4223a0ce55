import type { Period } from './periods.ts';

/** A share, the same of the days a year before, and what it is of. */
export interface ShareBeside {
	readonly percent: number | null;
	readonly some: number;
	readonly of: number;
	readonly before: number | null;
}

/** What a manager looks at first. */
export interface OverviewView {
	/** This financial year up to today, and the same days a year before. */
	readonly period: Period;
	readonly before: Period;
	/** The year this financial year begins in. */
	readonly year: number;
	readonly participated: ShareBeside;
	readonly reviewsInTime: ShareBeside;
	readonly decisionsInTime: ShareBeside;
	/** Reviews held for which nobody had sent anything. */
	readonly reviewsUnheard: ShareBeside;
	/** Answers of parents to conferences held, in the last year that is over; null where they are too few to tell. */
	readonly parents: {
		/** The year that financial year begins in. */
		readonly year: number;
		readonly percent: number | null;
		readonly before: number | null;
		readonly tooFew: boolean;
		readonly tooFewBefore: boolean;
	};
	readonly today: Readonly<Record<WaitingToday, number>>;
}

/**
 * What somebody should do something about today.
 * - `unopened` statements of this financial year that nobody they went to has opened
 * - `decisions_overdue`, `records_overdue` of this financial year's reviews: late, and still not sent
 * - `decisions` of meetings that wait for the managers
 * - `concerns` officers' disputes whose stage is over
 * - `gaps` what is missing for this year's return
 */
export const WAITING_TODAY = [
	'unopened',
	'decisions_overdue',
	'records_overdue',
	'decisions',
	'concerns',
	'gaps'
] as const;
export type WaitingToday = (typeof WAITING_TODAY)[number];
