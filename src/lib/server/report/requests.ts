import { and, asc, count, eq, gte, isNull, lt, or } from 'drizzle-orm';
import type { AnnualReport } from '../../figures/annual-report.ts';
import { percent } from '../../figures/percent.ts';
import type { Period } from '../../figures/periods.ts';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import { stageTimes } from '../../rights/stage-times.ts';
import { stageOf, stepKindOf } from '../../rights/stages.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';

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
	const { requests, requestSteps } = queries.tables;
	const begin = londonMidnight(period.from);
	const end = londonMidnight(addDays(period.to, 1));
	const raised = await queries
		.select({ kind: requests.kind, count: count() })
		.from(requests)
		.where(and(gte(requests.createdAt, begin), lt(requests.createdAt, end)))
		.groupBy(requests.kind)
		.orderBy(asc(requests.kind));

	// Whatever was over before the period began was decided before it too.
	const steps = await queries
		.select({
			requestId: requests.id,
			requestKind: requests.kind,
			kind: requestSteps.kind,
			stage: requestSteps.stage,
			startedOn: requestSteps.startedOn,
			dueOn: requestSteps.dueOn,
			createdAt: requestSteps.createdAt
		})
		.from(requests)
		.innerJoin(requestSteps, eq(requestSteps.requestId, requests.id))
		.where(
			and(lt(requests.createdAt, end), or(isNull(requests.closedAt), gte(requests.closedAt, begin)))
		)
		.orderBy(asc(requests.id), asc(requestSteps.number));
	const today = londonDate(core.now());
	const decided = [...Map.groupBy(steps, ({ requestId }) => requestId).values()]
		.flatMap((of) =>
			stageTimes(
				of[0]?.requestKind ?? '',
				of.map(({ kind, stage, startedOn, dueOn, createdAt }) => ({
					kind: stepKindOf(kind),
					stage: stageOf(stage ?? 'new'),
					startedOn,
					dueOn,
					on: startedOn ?? londonDate(createdAt)
				})),
				today
			)
		)
		.filter(({ decidedOn }) => decidedOn >= period.from && decidedOn <= period.to);
	return {
		byKind: Object.fromEntries(raised.map((row) => [row.kind, row.count])),
		inTimePercent: percent(decided.filter(({ inTime }) => inTime).length, decided.length)
	};
}
