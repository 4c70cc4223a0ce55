import { and, count, gte, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { AnnualReport } from '../../figures/annual-report.ts';
import type { Period } from '../../figures/periods.ts';
import { londonMidnight } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { Queries } from '../db/database.ts';

/** Young people's accounts that were open when the period ended: made by then, and not closed by then. */
export async function accountCounts(
	queries: Queries,
	period: Period
): Promise<AnnualReport['accounts']> {
	const { accounts } = queries.tables;
	const end = londonMidnight(addDays(period.to, 1));
	const [row] = await queries
		.select({ active: count() })
		.from(accounts)
		.where(
			and(
				isNotNull(accounts.youngPersonId),
				lt(accounts.createdAt, end),
				or(isNull(accounts.closedAt), gte(accounts.closedAt, end))
			)
		);
	return { active: row?.active ?? 0 };
}
