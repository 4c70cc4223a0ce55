import { PARTICIPATION_CODES } from '../meetings/participation.ts';
import { hideFamily, type Cell, type Family, type ToldFamily, type ToldTable } from './hiding.ts';
import { NOT_KNOWN, type CodeCount, type ReviewCounts } from './meeting-figures.ts';
import { financialYear, monthsOf } from './periods.ts';
import type { ValueCount } from './statement-figures.ts';

/** The populations a year is told of. `participation`: one entry a child a review. */
export const YEAR_PARTS = [
	'reviews',
	'participation',
	'initial_conferences',
	'review_conferences',
	'statements'
] as const;
export type YearPart = (typeof YEAR_PARTS)[number];

export interface ToldYear {
	readonly parts: Readonly<Record<YearPart, ToldFamily>>;
	/** What was asked for, by kind: added up from its halves. */
	readonly requests: ToldTable;
}

/** Everything a year is told from. */
export interface YearCounts {
	readonly reviews: ReadonlyMap<string, ReviewCounts>;
	readonly initialConferences: ReadonlyMap<string, ReviewCounts>;
	readonly reviewConferences: ReadonlyMap<string, ReviewCounts>;
	readonly participation: {
		readonly codes: readonly CodeCount[];
		readonly sex: readonly ValueCount[];
		readonly ethnicity: readonly ValueCount[];
	};
	readonly statements: Readonly<Record<StatementTable, readonly ValueCount[]>>;
}

export const STATEMENT_TABLES = [
	'form',
	'language',
	'face',
	'age',
	'sex',
	'care_status',
	'unaccompanied'
] as const;
export type StatementTable = (typeof STATEMENT_TABLES)[number];

/**
 * Ages as they are published. No coarser than needed: under four by itself would be who has the code PN0, and eighteen by
 * itself who is a care leaver, so that one table would tell what the other hides.
 */
export const TOLD_AGES = ['under_10', '10_to_15', '16_or_more', NOT_KNOWN] as const;
const AGES: Readonly<Record<string, (typeof TOLD_AGES)[number]>> = {
	under_4: 'under_10',
	'4_to_9': 'under_10',
	'10_to_15': '10_to_15',
	'16_to_17': '16_or_more',
	'18_or_more': '16_or_more'
};

export function tellParts(year: number, counts: YearCounts): ToldYear['parts'] {
	const { codes, sex, ethnicity } = counts.participation;
	const ages = codes.map(({ ageBand, count }) => ({ value: ageBand ?? NOT_KNOWN, count }));
	return {
		reviews: hideFamily(held(year, counts.reviews, true)),
		participation: hideFamily(
			familyOf({
				code: inOrder(
					[...PARTICIPATION_CODES, NOT_KNOWN],
					codes.map(({ code, count }) => ({ value: code ?? NOT_KNOWN, count }))
				),
				age: byAge(ages),
				sex: byValue(sex),
				ethnicity: byValue(ethnicity)
			})
		),
		initial_conferences: hideFamily(held(year, counts.initialConferences, false)),
		review_conferences: hideFamily(held(year, counts.reviewConferences, false)),
		statements: hideFamily(
			familyOf(
				Object.fromEntries(
					STATEMENT_TABLES.map((table) => [
						table,
						table === 'age' ? byAge(counts.statements.age) : byValue(counts.statements[table])
					])
				)
			)
		)
	};
}

function held(
	year: number,
	byMonth: ReadonlyMap<string, ReviewCounts>,
	withClocks: boolean
): Family {
	const all = [...byMonth.values()];
	const sum = (of: (counts: ReviewCounts) => number) =>
		all.reduce((total, counts) => total + of(counts), 0);
	const total = sum((one) => one.held);
	const clock = (of: (counts: ReviewCounts) => { due: number; inTime: number }) => {
		const inTime = sum((one) => of(one).inTime);
		const due = sum((one) => of(one).due);
		return cells({ in_time: inTime, late: due - inTime, running: total - due });
	};
	const inTime = sum((one) => one.inTime);
	const unknown = sum((one) => one.withoutDueDate);
	return familyOf({
		month: monthsOf(financialYear(year)).map((month) => ({
			id: month,
			count: byMonth.get(month)?.held ?? 0
		})),
		in_time: cells({ in_time: inTime, late: total - inTime - unknown, no_due_date: unknown }),
		...(withClocks
			? { decisions: clock((one) => one.decisions), records: clock((one) => one.records) }
			: {})
	});
}

/** @throws Error (in `hideFamily`) where the tables do not add up to one total */
function familyOf(tables: Readonly<Record<string, readonly Cell[]>>): Family {
	const [first = []] = Object.values(tables);
	return {
		total: first.reduce((sum, { count }) => sum + count, 0),
		tables: Object.entries(tables).map(([id, of]) => ({ id, cells: of }))
	};
}

const cells = (counts: Readonly<Record<string, number>>): Cell[] =>
	Object.entries(counts).map(([id, count]) => ({ id, count }));

/** Every one of these, whether anybody is in it or not. */
const inOrder = (ids: readonly string[], counts: readonly ValueCount[]): Cell[] =>
	ids.map((id) => ({ id, count: countOf(counts, id) }));

const byAge = (counts: readonly ValueCount[]): Cell[] =>
	inOrder(
		TOLD_AGES,
		counts.map(({ value, count }) => ({ value: AGES[value] ?? NOT_KNOWN, count }))
	);

/** By name, what is not known last: in the order of the numbers, a hidden one would lie between its neighbours. */
function byValue(counts: readonly ValueCount[]): Cell[] {
	const values = new Set(counts.map(({ value }) => value));
	values.delete(NOT_KNOWN);
	return inOrder([...[...values].sort(), NOT_KNOWN], counts);
}

const countOf = (counts: readonly ValueCount[], id: string): number =>
	counts.reduce((sum, { value, count }) => (value === id ? sum + count : sum), 0);
