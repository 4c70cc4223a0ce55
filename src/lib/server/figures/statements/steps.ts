import { sql, type SQL } from 'drizzle-orm';
import type { AnyColumn } from 'drizzle-orm';
import { londonMidnight } from '../../../language/dates.ts';
import type { Period } from '../../../figures/periods.ts';
import { monthsOf } from '../../../figures/periods.ts';
import { addDays, isWorkingDay, type ExtraDays } from '../../../meetings/working-days.ts';

/** From this instant on, it is this. */
interface Step {
	readonly from: number;
	/** In SQL, of constants and of `AT` alone. */
	readonly then: string;
}

export type Instant = AnyColumn | SQL | SQL.Aliased;

const DAY_MS = 86_400_000;

/** Stands for the instant while the text is put together. */
const AT = '@';

/**
 * What holds at an instant, in SQL: a tree of comparisons, so that a thousand steps cost ten. No engine knows the
 * other's time zones, and London's midnights are no multiples of anything. Nothing in it is a bound value: PostgreSQL
 * would not see that what is selected is what is grouped by.
 * @param steps in order; before the first, the first holds
 */
function stepped(steps: readonly Step[]): string {
	const middle = Math.floor(steps.length / 2);
	const [only, split] = [steps[0], steps[middle]];
	if (!only || !split) return 'null';
	if (steps.length === 1) return only.then;
	const [before, after] = [stepped(steps.slice(0, middle)), stepped(steps.slice(middle))];
	return `case when ${AT} < ${split.from} then ${before} else ${after} end`;
}

/** A text of constants and of `AT`, of that instant. */
function sqlAt(text: string, at: Instant): SQL {
	const parts = text.split(AT).map((part) => sql.raw(part));
	return sql.join(parts, sql`${at}`);
}

/** The London month of an instant in the period, `YYYY-MM`. Of one month it is no constant: PostgreSQL groups by none. */
export const londonMonth = (at: Instant, period: Period): SQL<string> =>
	sql<string>`coalesce(${sqlAt(
		stepped(
			monthsOf(period).map((month) => ({
				from: londonMidnight(`${month}-01`),
				then: `'${month}'`
			}))
		),
		at
	)}, '')`;

/** The Monday before an instant, in London. @param mondays in order, the first of them not after any instant */
export const londonWeek = (at: Instant, mondays: readonly string[]): SQL<string> =>
	sql<string>`${sqlAt(
		stepped(mondays.map((monday) => ({ from: londonMidnight(monday), then: `'${monday}'` }))),
		at
	)}`;

/**
 * Counts working days up to an instant's London day: of two, the difference is how many lie after the one up to and with
 * the other. Days that follow each other and are worked on never pass a change of clocks, which is on a Sunday: within
 * them a day is as long as any.
 * @param days London dates between which all instants are
 */
export function workingDayNumber(days: Period, extraDays: ExtraDays): (at: Instant) => SQL {
	const steps: Step[] = [];
	let before = 0;
	let working: boolean | null = null;
	for (let date = days.from; date <= days.to; date = addDays(date, 1)) {
		const works = isWorkingDay(date, extraDays);
		if (works !== working) {
			const from = londonMidnight(date);
			const then = works ? `${before + 1} + (${AT} - ${from}) / ${DAY_MS}` : String(before);
			steps.push({ from, then });
			working = works;
		}
		if (works) before += 1;
	}
	const text = `(${stepped(steps)})`;
	return (at) => sqlAt(text, at);
}
