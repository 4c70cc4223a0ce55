import type { MeetingKind } from '../meetings/kinds.ts';
import { NOT_KNOWN } from './meeting-figures.ts';
import { monthsOf, type Period } from './periods.ts';

/** What a statement carries itself, from when it was sent. */
export const SENT_DIMENSIONS = ['form', 'language', 'face', 'age', 'care_status'] as const;
/** What is known of who sent it, as it stands today. */
export const PERSON_DIMENSIONS = ['sex', 'ethnicity', 'disabled', 'unaccompanied', 'team'] as const;
export const STATEMENT_DIMENSIONS = [...SENT_DIMENSIONS, ...PERSON_DIMENSIONS] as const;
export type StatementDimension = (typeof STATEMENT_DIMENSIONS)[number];

/** So many of one value; `NOT_KNOWN` where it is not known. */
export interface ValueCount {
	readonly value: string;
	readonly count: number;
}

/** How long something took, in working days after the day it was sent: parts that do not overlap. */
export const TIME_BANDS = [
	'within_1',
	'within_2',
	'within_5',
	'within_10',
	'later',
	'never'
] as const;
export type TimeBand = (typeof TIME_BANDS)[number];
/** The working days of each band, both ends included; null: no end. `never` has none. */
export const BAND_DAYS: Readonly<
	Record<Exclude<TimeBand, 'never'>, readonly [from: number, to: number | null]>
> = {
	within_1: [0, 1],
	within_2: [2, 2],
	within_5: [3, 5],
	within_10: [6, 10],
	later: [11, null]
};

export interface Timing {
	/** All of them, however long they took or did not come yet. */
	readonly statements: number;
	/** Of those where it happened, in working days; of an even number the lower of the two in the middle. Null: of none. */
	readonly medianDays: number | null;
	readonly bands: Readonly<Record<TimeBand, number>>;
}

/**
 * Whether whoever it went to opened a statement before the meeting it was sent for, of meetings that were held.
 * `missed`: nobody had opened it when the meeting was over, and nobody has since. `none`: it has no meeting that was held.
 */
export const MEETING_STATES = ['before', 'after', 'missed', 'none'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export interface StatementTimes {
	readonly opened: Timing;
	readonly replied: Timing;
	readonly meeting: Readonly<Record<MeetingState, number>>;
	/** Nobody it went to has opened them by now: the same as `opened.bands.never`. */
	readonly unopened: number;
}

export interface ChairTimes extends StatementTimes {
	/** Who is to open them now: the chair of the meeting, without one the officer, or the worker they went to. */
	readonly staffId: string;
	/** Null where `staffId` is `NOT_KNOWN`: nobody is. */
	readonly name: string | null;
}

/** Looked-after reviews held, and what came for them before. */
export interface PerReview {
	readonly reviews: number;
	readonly statements: number;
	readonly withStatement: number;
}

export interface StatementFigures {
	readonly period: Period;
	readonly sent: number;
	/** By each dimension, the most first; they add up to `sent`. */
	readonly by: Readonly<Record<StatementDimension, readonly ValueCount[]>>;
	/** Every month the period touches. */
	readonly months: readonly { readonly month: string; readonly sent: number }[];
	readonly times: StatementTimes;
	/** Who has the most first. */
	readonly chairs: readonly ChairTimes[];
	/** By the month the review was held. */
	readonly reviews: PerReview & {
		readonly months: readonly (PerReview & { readonly month: string })[];
	};
}

/**
 * What the list behind a figure is narrowed to, as it stands in its address:
 * a dimension’s `value` · `month` `2026-04` · `staff` an id or `NOT_KNOWN` · `opened` and `replied` a TimeBand ·
 * `meeting` a MeetingState · `speaks` the language of who sent it · `for` reviews: those that came for a review held in the period, whenever they were sent
 */
export const STATEMENT_FILTERS = [
	...STATEMENT_DIMENSIONS,
	'month',
	'staff',
	'opened',
	'replied',
	'meeting',
	'speaks',
	'for'
] as const;
export type StatementFilter = (typeof STATEMENT_FILTERS)[number];
export type StatementFilters = Readonly<Partial<Record<StatementFilter, string>>>;

export interface ListedStatement {
	readonly youngPerson: { readonly id: string; readonly name: string };
	readonly formId: string;
	readonly sentAt: number;
	/** The meeting it goes to now, or was sent for. */
	readonly meeting: {
		readonly id: string;
		readonly kind: MeetingKind;
		readonly scheduledAt: number | null;
		readonly heldOn: string | null;
	} | null;
	/** First, by whom it went to. */
	readonly openedAt: number | null;
	readonly repliedAt: number | null;
}

export interface StatementsListView {
	readonly period: Period;
	/** As they were understood: what is no filter is left out. */
	readonly filters: StatementFilters;
	/** Of whom `filters.staff` is. */
	readonly staffName: string | null;
	readonly total: number;
	readonly page: number;
	readonly pages: number;
	readonly rows: readonly ListedStatement[];
}

// What these are added up from: rows of the database, grouped.

/** So many statements that took so long; null: it has not happened. */
export interface TimesCount {
	readonly staffId: string | null;
	readonly openedDays: number | null;
	readonly repliedDays: number | null;
	readonly meeting: MeetingState;
	readonly count: number;
}

export function bandOf(days: number | null): TimeBand {
	if (days === null) return 'never';
	if (days <= 1) return 'within_1';
	if (days <= 2) return 'within_2';
	if (days <= 5) return 'within_5';
	return days <= 10 ? 'within_10' : 'later';
}

export function timing(counts: readonly { days: number | null; count: number }[]): Timing {
	const bands = Object.fromEntries(TIME_BANDS.map((band) => [band, 0])) as Record<TimeBand, number>;
	let statements = 0;
	for (const { days, count } of counts) {
		bands[bandOf(days)] += count;
		statements += count;
	}
	return { statements, medianDays: medianOf(counts), bands };
}

/** Of those that have a number; of an even number of them the lower of the two in the middle. */
function medianOf(counts: readonly { days: number | null; count: number }[]): number | null {
	const known = counts
		.flatMap(({ days, count }) => (days === null ? [] : [{ days, count }]))
		.sort((a, b) => a.days - b.days);
	const half = known.reduce((sum, { count }) => sum + count, 0) / 2;
	let passed = 0;
	return known.find(({ count }) => (passed += count) >= half)?.days ?? null;
}

export function timesOf(counts: readonly TimesCount[]): StatementTimes {
	const meeting = Object.fromEntries(MEETING_STATES.map((state) => [state, 0])) as Record<
		MeetingState,
		number
	>;
	for (const one of counts) meeting[one.meeting] += one.count;
	const opened = timing(counts.map(({ openedDays: days, count }) => ({ days, count })));
	const replied = timing(counts.map(({ repliedDays: days, count }) => ({ days, count })));
	return { opened, replied, meeting, unopened: opened.bands.never };
}

/** Adds up one column of grouped rows, the most first; what is null is not known. */
export function valueCounts<Row extends { readonly count: number }>(
	rows: readonly Row[],
	valueOf: (row: Row) => string | null
): ValueCount[] {
	const counts = new Map<string, number>();
	for (const row of rows) {
		const value = valueOf(row) ?? NOT_KNOWN;
		counts.set(value, (counts.get(value) ?? 0) + row.count);
	}
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Every month a period touches, with what was counted of it. */
export function byMonth<Counts extends object>(
	period: Period,
	rows: readonly (Counts & { readonly month: string })[],
	none: Counts
): (Counts & { readonly month: string })[] {
	const known = new Map(rows.map((row) => [row.month, row]));
	return monthsOf(period).map((month) => known.get(month) ?? { ...none, month });
}
