import { and, asc, count, gte, lt } from 'drizzle-orm';
import type { AnnualReport } from '../../figures/annual-report.ts';
import { percent } from '../../figures/percent.ts';
import type { Period } from '../../figures/periods.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { decidedIn, instantsOf } from '../figures/request-counts.ts';

/**
 * What young people asked for: how many of each kind were raised in the period, and of the stages that were decided in
 * it, which is that somebody ended one in time or that its last day passed, the share that was in time. See `stageTimes`
 * for what is a stage, and for what is left out.
 */
export async function requestCounts(
	core: Core,
	queries: Queries,
	period: Period
): Promise<AnnualReport['requests']> {
	const { requests } = queries.tables;
	const { begin, end } = instantsOf(period);
	const raised = await queries
		.select({ kind: requests.kind, count: count() })
		.from(requests)
		.where(and(gte(requests.createdAt, begin), lt(requests.createdAt, end)))
		.groupBy(requests.kind)
		.orderBy(asc(requests.kind));
	const { inTime, late } = await decidedIn(core, queries, period);
	return {
		byKind: Object.fromEntries(raised.map((row) => [row.kind, row.count])),
		inTimePercent: percent(inTime, inTime + late)
	};
}
