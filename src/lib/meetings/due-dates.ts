import type { MeetingKind } from './kinds.ts';
import { addMonths, addWorkingDays, type ExtraDays } from './working-days.ts';

/** First review of a looked-after child: reg 33(1) of SI 2010/959. */
export const FIRST_REVIEW_WORKING_DAYS = 20;
/** Second review, after the first one was held: reg 33(2). */
export const SECOND_REVIEW_MONTHS = 3;
/** Every later review, after the one before was held: reg 33(2). */
export const LATER_REVIEW_MONTHS = 6;
/** Initial conference, after the strategy discussion that began the enquiry: Working Together. */
export const INITIAL_CONFERENCE_WORKING_DAYS = 15;
/** First review conference, after the initial one: Working Together. */
export const FIRST_REVIEW_CONFERENCE_MONTHS = 3;
/** Later review conferences, after the one before: Working Together. */
export const LATER_REVIEW_CONFERENCE_MONTHS = 6;
/** Pathway plan reviews, after the one before: reg 7 of SI 2010/2571. Earlier whenever the young person asks. */
export const PATHWAY_REVIEW_MONTHS = 6;

/** What a due date is worked out from; dates as `YYYY-MM-DD`. */
export interface DueFacts {
	/** When the period began that goes with the kind of meeting: looked after, or on a protection plan. */
	readonly careStartedOn: string | null;
	/** The strategy discussion at which the enquiry was begun. */
	readonly strategyOn: string | null;
	/** When earlier meetings of the same kind were held, in any order. */
	readonly previousHeld: readonly string[];
	/** When the initial conferences were held, in any order; asked for review conferences alone. */
	readonly initialHeld: readonly string[];
	readonly extraDays?: ExtraDays;
}

/**
 * The last day the law allows for a meeting that has no due date of its own, or null where what it counts from is not
 * known. It always counts from the meeting before as it was held, never from when that was due.
 */
export function dueByFor(kind: MeetingKind, facts: DueFacts): string | null {
	switch (kind) {
		case 'looked_after_review':
			return lookedAfterReviewDue(facts);
		case 'initial_conference':
			return (
				facts.strategyOn &&
				addWorkingDays(facts.strategyOn, INITIAL_CONFERENCE_WORKING_DAYS, facts.extraDays)
			);
		case 'review_conference':
			return reviewConferenceDue(facts);
		case 'pathway_review': {
			const last = latest(facts.previousHeld);
			return last && addMonths(last, PATHWAY_REVIEW_MONTHS);
		}
	}
}

/** Who comes into care again is counted anew: reviews of an earlier time in care do not count. */
function lookedAfterReviewDue(facts: DueFacts): string | null {
	const held = facts.previousHeld.filter((on) => on >= (facts.careStartedOn ?? ''));
	const last = latest(held);
	if (!last)
		return (
			facts.careStartedOn &&
			addWorkingDays(facts.careStartedOn, FIRST_REVIEW_WORKING_DAYS, facts.extraDays)
		);
	// With the start of care unknown, the one review we know of need not have been the first.
	const second = held.length === 1 && facts.careStartedOn !== null;
	return addMonths(last, second ? SECOND_REVIEW_MONTHS : LATER_REVIEW_MONTHS);
}

/** A plan begins at its initial conference, so its start stands in where that conference is not on record. */
function reviewConferenceDue(facts: DueFacts): string | null {
	const begun = latest(facts.initialHeld) ?? facts.careStartedOn;
	const last = latest(facts.previousHeld.filter((on) => on >= (begun ?? '')));
	if (last) return addMonths(last, LATER_REVIEW_CONFERENCE_MONTHS);
	return begun && addMonths(begun, FIRST_REVIEW_CONFERENCE_MONTHS);
}

function latest(dates: readonly string[]): string | null {
	return dates.reduce<string | null>((best, date) => (best && best > date ? best : date), null);
}
