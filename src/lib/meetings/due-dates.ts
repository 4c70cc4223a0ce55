import type { MeetingKind } from './kinds.ts';
import type { Limits } from './limits.ts';
import { addMonths, addWorkingDays, type ExtraDays } from './working-days.ts';

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
	/** As the council has set them. */
	readonly limits: Limits;
}

/**
 * The last day the law, or a council stricter than it, allows for a meeting that has no due date of its own, or null where what it counts from is not
 * known. It always counts from the meeting before as it was held, never from when that was due.
 */
export function dueByFor(kind: MeetingKind, facts: DueFacts): string | null {
	switch (kind) {
		case 'looked_after_review':
			return lookedAfterReviewDue(facts);
		case 'initial_conference':
			return (
				facts.strategyOn &&
				addWorkingDays(facts.strategyOn, facts.limits.initial_conference, facts.extraDays)
			);
		case 'review_conference':
			return reviewConferenceDue(facts);
		case 'pathway_review': {
			const last = latest(facts.previousHeld);
			return last && addMonths(last, facts.limits.pathway_review);
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
			addWorkingDays(facts.careStartedOn, facts.limits.first_review, facts.extraDays)
		);
	// With the start of care unknown, the one review we know of need not have been the first.
	const second = held.length === 1 && facts.careStartedOn !== null;
	return addMonths(last, second ? facts.limits.second_review : facts.limits.later_review);
}

/** A plan begins at its initial conference, so its start stands in where that conference is not on record. */
function reviewConferenceDue(facts: DueFacts): string | null {
	const begun = latest(facts.initialHeld) ?? facts.careStartedOn;
	const last = latest(facts.previousHeld.filter((on) => on >= (begun ?? '')));
	if (last) return addMonths(last, facts.limits.later_review_conference);
	return begun && addMonths(begun, facts.limits.first_review_conference);
}

/** The time in care that a kind of meeting belongs to. */
export const STATUS_OF = {
	looked_after_review: 'looked_after',
	initial_conference: 'child_protection',
	review_conference: 'child_protection',
	pathway_review: 'care_leaver'
} as const satisfies Readonly<Record<MeetingKind, string>>;

/** What is on record of a young person, in any order; dates as `YYYY-MM-DD`. */
export interface History {
	readonly held: readonly { readonly kind: string; readonly heldOn: string }[];
	readonly periods: readonly { readonly status: string; readonly startedOn: string }[];
}

/**
 * The same, of what is on record before a day: a meeting on that day counts from what was held before it.
 * @param given.day `YYYY-MM-DD`, or null where it has no date yet
 */
export function dueByFromHistory(
	kind: MeetingKind,
	{ held, periods }: History,
	given: Pick<DueFacts, 'strategyOn' | 'extraDays' | 'limits'> & { readonly day: string | null }
): string | null {
	const { day, ...rest } = given;
	const until = day ?? '9999-12-31';
	const datesOf = (wanted: MeetingKind) =>
		held.filter((one) => one.kind === wanted && one.heldOn < until).map(({ heldOn }) => heldOn);
	return dueByFor(kind, {
		...rest,
		careStartedOn: latest(
			periods
				.filter(({ status, startedOn }) => status === STATUS_OF[kind] && startedOn <= until)
				.map(({ startedOn }) => startedOn)
		),
		previousHeld: datesOf(kind),
		initialHeld: datesOf('initial_conference')
	});
}

/** For a meeting about several: the first of their days. */
export function earliest(dates: readonly (string | null)[]): string | null {
	const known = dates.filter((date) => date !== null).sort();
	return known[0] ?? null;
}

function latest(dates: readonly string[]): string | null {
	return dates.reduce<string | null>((best, date) => (best && best > date ? best : date), null);
}
