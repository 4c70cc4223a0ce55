import { and, count, countDistinct, eq, gte, isNotNull, isNull, lt } from 'drizzle-orm';
import { NOT_KNOWN } from '../../../figures/meeting-figures.ts';
import {
	USE_DIMENSIONS,
	WEEKS_JUDGED,
	WEEKS_SHOWN,
	mondayOf,
	useOf,
	wholeWeeks,
	type UseDimension,
	type UseFall,
	type UseGroup,
	type UseView
} from '../../../figures/use.ts';
import { londonDate, londonMidnight } from '../../../language/dates.ts';
import { addDays } from '../../../meetings/working-days.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { counted } from './counted.ts';
import { londonWeek } from './steps.ts';

const LATELY_WEEKS = 13;

/** By the value of a dimension, how many statements each whole week had, the last week last. */
export type WeeksBy = ReadonlyMap<string, readonly number[]>;

/** Whether Sayso is still used, by one dimension; and of all of them, where use has fallen off. */
export async function useFigures(
	core: Core,
	queries: Queries,
	dimension: UseDimension
): Promise<UseView> {
	const now = core.now();
	const by = new Map<UseDimension, WeeksBy>();
	for (const each of USE_DIMENSIONS) by.set(each, await weeksBy(queries, each, now));
	const own = by.get(dimension) ?? new Map<string, readonly number[]>();
	const groups = [...own]
		.map(([value, weeks]) => groupOf(value, weeks))
		.sort((a, b) => total(b) - total(a) || (a.value < b.value ? -1 : 1));
	const all = Array.from({ length: WEEKS_JUDGED }, (_, at) =>
		[...own.values()].reduce((sum, weeks) => sum + (weeks[at] ?? 0), 0)
	);
	return {
		weeks: wholeWeeks(londonDate(now), WEEKS_SHOWN),
		dimension,
		groups: groups.filter((group) => total(group) > 0),
		all: groupOf('', all),
		falls: await fallsNow(queries, by, londonDate(now)),
		accounts: await accountsUsed(queries, now)
	};
}

const groupOf = (value: string, weeks: readonly number[]): UseGroup => ({
	value,
	weeks: weeks.slice(-WEEKS_SHOWN),
	use: useOf(weeks)
});

const total = ({ weeks }: UseGroup): number => weeks.reduce((sum, one) => sum + one, 0);

/** Statements by whole week and group, as far back as judging looks. */
export async function weeksBy(
	queries: Queries,
	dimension: UseDimension,
	now: number
): Promise<WeeksBy> {
	const { statements, youngPeople } = queries.tables;
	const mondays = wholeWeeks(londonDate(now), WEEKS_JUDGED);
	const week = londonWeek(statements.sentAt, mondays);
	const where = and(
		gte(statements.sentAt, londonMidnight(mondays[0] ?? '')),
		lt(statements.sentAt, londonMidnight(mondayOf(londonDate(now)))),
		counted(queries)
	);
	const { team, unaccompanied, language } = youngPeople;
	// What it was when it was sent stands beside the statement, and is found without anybody’s row.
	const rows =
		dimension === 'care_status'
			? await queries
					.select({ week, value: statements.careStatus, count: count() })
					.from(statements)
					.where(where)
					.groupBy(week, statements.careStatus)
			: await ofPeople({ team, unaccompanied, language }[dimension]);
	function ofPeople(value: typeof team | typeof language) {
		return queries
			.select({ week, value, count: count() })
			.from(statements)
			.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
			.where(where)
			.groupBy(week, value);
	}
	const places = new Map(mondays.map((monday, at) => [monday, at]));
	const by = new Map<string, number[]>();
	for (const row of rows) {
		const value = row.value ?? NOT_KNOWN;
		const weeks = by.get(value) ?? mondays.map(() => 0);
		const at = places.get(row.week);
		if (at !== undefined) weeks[at] = (weeks[at] ?? 0) + row.count;
		by.set(value, weeks);
	}
	return by;
}

/** What managers were told of and is not over, and what has fallen since the job last looked. */
async function fallsNow(
	queries: Queries,
	by: ReadonlyMap<UseDimension, WeeksBy>,
	today: string
): Promise<UseFall[]> {
	const told = await openFalls(queries);
	return USE_DIMENSIONS.flatMap((dimension) =>
		[...(by.get(dimension) ?? [])].flatMap(([value, weeks]): UseFall[] => {
			const { state, seen, expected } = useOf(weeks);
			const open = told.find((one) => one.dimension === dimension && one.value === value);
			if (open) {
				const { week: since, expected: before } = open;
				return [{ dimension, value, state: fallOf(open.state), since, expected: before, seen }];
			}
			if (state !== 'fallen' && state !== 'silent') return [];
			return [
				{ dimension, value, state, since: mondayOf(today), expected: Math.round(expected), seen }
			];
		})
	);
}

export const fallOf = (text: string): 'fallen' | 'silent' =>
	text === 'silent' ? 'silent' : 'fallen';

/** The falls of any group that are not over. */
export function openFalls(queries: Queries) {
	const { useFalls } = queries.tables;
	return queries.select().from(useFalls).where(isNull(useFalls.endedAt));
}

async function accountsUsed(queries: Queries, now: number): Promise<UseView['accounts']> {
	const { accounts, statements } = queries.tables;
	const open = and(isNotNull(accounts.youngPersonId), isNull(accounts.closedAt));
	const [all] = await queries.select({ open: count() }).from(accounts).where(open);
	const since = londonMidnight(addDays(londonDate(now), -7 * LATELY_WEEKS));
	const [lately] = await queries
		.select({ used: countDistinct(statements.youngPersonId) })
		.from(statements)
		.innerJoin(accounts, eq(accounts.youngPersonId, statements.youngPersonId))
		.where(and(open, gte(statements.sentAt, since), counted(queries)));
	return { open: all?.open ?? 0, used: Number(lately?.used ?? 0) };
}
