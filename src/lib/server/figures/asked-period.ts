import * as v from 'valibot';
import type { Period } from '../../figures/periods.ts';
import { londonDate } from '../../language/dates.ts';
import { addMonths } from '../../meetings/working-days.ts';
import type { Core } from '../core.ts';
import { invalid } from '../errors.ts';

const date = v.pipe(v.string(), v.isoDate());
const period = v.pipe(
	v.object({ from: date, to: date }),
	v.check(({ from, to }) => from <= to && to < addMonths(from, MOST_YEARS * 12))
);

/** More than any council has on record; the days of it go into one question to the database. */
const MOST_YEARS = 25;

/**
 * The period somebody asked for; where a day is not given, the twelve months up to today.
 * @throws Refusal invalid `period_wrong`
 */
export function askedPeriod(core: Core, { from, to }: Partial<Period>): Period {
	const last = to || londonDate(core.now());
	const first = from || `${addMonths(last, -11).slice(0, 7)}-01`;
	const parsed = v.safeParse(period, { from: first, to: last });
	if (!parsed.success) throw invalid('period_wrong');
	return parsed.output;
}
