import { sql, type SQL } from 'drizzle-orm';
import type { AnyColumn } from 'drizzle-orm';
import { londonMidnight } from '../../../language/dates.ts';
import type { Period } from '../../../figures/periods.ts';
import { monthsOf } from '../../../figures/periods.ts';
import { addDays, isWorkingDay, type ExtraDays } from '../../../meetings/working-days.ts';

/** From this instant on, it is this; an expression of constants, and of the column alone. */
interface Step {
	readonly from: number;
	readonly then: SQL;
}

type Instant = AnyColumn | SQL | SQL.Aliased;

const DAY_MS = 86_400_000;

/**
 * What holds at an instant, in SQL: a tree of comparisons, so that a thousand steps cost ten. No engine knows the
 * other's time zones, and London's midnights are no multiples of anything. Nothing in it is a bound value: PostgreSQL
 * would not see that what is selected is what is grouped by.
 * @param steps in order; before the first, the first holds
 */
function stepped(at: Instant, steps: readonly Step[]): SQL {
	const middle = Math.floor(steps.length / 2);
	const [only, split] = [steps[0], steps[middle]];
	if (!only || !split) return sql`null`;
	if (steps.length === 1) return only.then;
	const before = stepped(at, steps.slice(0, middle));
	const after = stepped(at, steps.slice(middle));
	return sql`case when ${at} < ${sql.raw(String(split.from))} then ${before} else ${after} end`;
}

/** The London month of an instant in the period, `YYYY-MM`. Of one month it is no constant: PostgreSQL groups by none. */
export const londonMonth = (at: Instant, period: Period): SQL<string> =>
	sql<string>`coalesce(${stepped(
		at,
		monthsOf(period).map((month) => ({
			from: londonMidnight(`${month}-01`),
			then: sql.raw(`'${month}'`)
		}))
	)}, '')`;

/** The Monday before an instant, in London. @param mondays in order, the first of them not after any instant */
export const londonWeek = (at: Instant, mondays: readonly string[]): SQL<string> =>
	sql<string>`${stepped(
		at,
		mondays.map((monday) => ({ from: londonMidnight(monday), then: sql.raw(`'${monday}'`) }))
	)}`;

/**
 * Counts working days up to an instant's London day: of two, the difference is how many lie after the one up to and with
 * the other. Days that follow each other and are worked on never pass a change of clocks, which is on a Sunday: within
 * them a day is as long as any.
 * @param days London dates between which all instants are
 */
export function workingDayNumber(at: Instant, days: Period, extraDays: ExtraDays): SQL {
	const steps: Step[] = [];
	let before = 0;
	let working: boolean | null = null;
	for (let date = days.from; date <= days.to; date = addDays(date, 1)) {
		const works = isWorkingDay(date, extraDays);
		if (works !== working) {
			const from = londonMidnight(date);
			steps.push({
				from,
				then: works
					? sql`${sql.raw(String(before + 1))} + (${at} - ${sql.raw(String(from))}) / ${sql.raw(String(DAY_MS))}`
					: sql.raw(String(before))
			});
			working = works;
		}
		if (works) before += 1;
	}
	return sql`(${stepped(at, steps)})`;
}
