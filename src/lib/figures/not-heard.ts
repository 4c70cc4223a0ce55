import type { MeetingKind } from '../meetings/kinds.ts';
import { NOT_KNOWN } from './meeting-figures.ts';
import type { Period } from './periods.ts';

/** What young people with a meeting are told apart by: facts of theirs as they stand today, and who works with them. */
export const HEARD_GROUPS = [
	'kind',
	'age',
	'care_status',
	'sex',
	'ethnicity',
	'disabled',
	'unaccompanied',
	'language',
	'team'
] as const;
export const HEARD_WORKERS = ['officer', 'social_worker'] as const;
export const HEARD_DIMENSIONS = [...HEARD_GROUPS, ...HEARD_WORKERS] as const;
export type HeardGroup = (typeof HEARD_GROUPS)[number];
export type HeardWorker = (typeof HEARD_WORKERS)[number];
export type HeardDimension = (typeof HEARD_DIMENSIONS)[number];

/** Young people at meetings: one with two meetings counts at each. */
export interface Heard {
	readonly places: number;
	/** From whom nothing came for that meeting. */
	readonly silent: number;
}

export interface HeardOf extends Heard {
	/** `NOT_KNOWN` where it is not known. */
	readonly value: string;
}

export interface HeardWith extends HeardOf {
	/** Null where nobody is allocated. */
	readonly name: string | null;
}

export interface HeardFigures extends Heard {
	/** By each group, where most are silent first; they add up to all. */
	readonly by: Readonly<Record<HeardGroup, readonly HeardOf[]>>;
	/** Those with whom most are silent first, and no more than a page can show. */
	readonly with: Readonly<
		Record<HeardWorker, { readonly shown: readonly HeardWith[]; readonly more: number }>
	>;
}

export type HeardWhen = 'near' | 'held';

export interface NotHeardView {
	/** How far ahead is looked: in weeks where somebody chose so, otherwise by the council’s own limit. */
	readonly ahead: { readonly weeks: number | null; readonly workingDays: number };
	readonly near: Heard;
	readonly period: Period;
	/** Meetings held in the period. */
	readonly held: Heard;
	/** Which of the two is told by group, and so told. */
	readonly when: HeardWhen;
	readonly groups: HeardFigures;
}

export const MOST_WEEKS = 26;

/** What the list behind a number is narrowed to, as it stands in its address. `silent`: `no` lists everybody. */
export const HEARD_FILTERS = [...HEARD_DIMENSIONS, 'silent'] as const;
export type HeardFilter = (typeof HEARD_FILTERS)[number];
export type HeardFilters = Readonly<Partial<Record<HeardFilter, string>>>;

/** What a list is of: meetings to come, or those of a period. */
export interface HeardAsked extends Partial<Period> {
	readonly when: HeardWhen;
	readonly weeks?: number | null | undefined;
	readonly filters: HeardFilters;
	readonly page?: number | undefined;
}

export interface HeardPlace {
	readonly youngPerson: { readonly id: string; readonly name: string };
	readonly meeting: {
		readonly id: string;
		readonly kind: MeetingKind;
		readonly scheduledAt: number | null;
		readonly heldOn: string | null;
	};
	readonly officer: string | null;
	readonly said: boolean;
	readonly invitedAt: number | null;
	readonly invitedAgainAt: number | null;
	readonly gettingOn: 'no_account' | 'card_out' | 'account';
}

export interface HeardListView {
	readonly when: HeardWhen;
	readonly ahead: NotHeardView['ahead'];
	readonly period: Period;
	/** As they were understood: what is no filter is left out. */
	readonly filters: HeardFilters;
	/** Of the officer or the social worker it is narrowed to. */
	readonly staffName: string | null;
	readonly total: number;
	readonly page: number;
	readonly pages: number;
	readonly rows: readonly HeardPlace[];
}

/** So many places of people who are alike in everything; null: not known. */
export type HeardRow = Heard & Readonly<Record<HeardDimension, string | null>>;

/** How many workers a page can show. */
const WORKERS_SHOWN = 40;

/** @param nameOf of staff; asked of those alone who are shown */
export function heardFigures(rows: readonly HeardRow[]): Omit<HeardFigures, 'with'> & {
	readonly with: Readonly<
		Record<HeardWorker, { readonly shown: readonly HeardOf[]; readonly more: number }>
	>;
} {
	const worker = (dimension: HeardWorker) => {
		const all = heardBy(rows, dimension);
		return {
			shown: all.slice(0, WORKERS_SHOWN),
			more: Math.max(0, all.length - WORKERS_SHOWN)
		};
	};
	return {
		...sumOf(rows),
		by: Object.fromEntries(
			HEARD_GROUPS.map((dimension) => [dimension, heardBy(rows, dimension)])
		) as unknown as HeardFigures['by'],
		with: { officer: worker('officer'), social_worker: worker('social_worker') }
	};
}

export function heardBy(rows: readonly HeardRow[], dimension: HeardDimension): HeardOf[] {
	const sums = new Map<string, { places: number; silent: number }>();
	for (const row of rows) {
		const value = row[dimension] ?? NOT_KNOWN;
		const sum = sums.get(value) ?? { places: 0, silent: 0 };
		sum.places += row.places;
		sum.silent += row.silent;
		sums.set(value, sum);
	}
	return [...sums]
		.map(([value, sum]) => ({ value, ...sum }))
		.sort((a, b) => b.silent - a.silent || b.places - a.places || (a.value < b.value ? -1 : 1));
}

const sumOf = (rows: readonly Heard[]): Heard => ({
	places: rows.reduce((sum, { places }) => sum + places, 0),
	silent: rows.reduce((sum, { silent }) => sum + silent, 0)
});
