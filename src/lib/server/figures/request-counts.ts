import { and, asc, eq, gte, isNull, lt, or } from 'drizzle-orm';
import type { Period } from '../../figures/periods.ts';
import type { RaisedRequest } from '../../figures/told-requests.ts';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import { requestKindOf } from '../../rights/requests.ts';
import { stageTimes } from '../../rights/stage-times.ts';
import { stageOf, stepKindOf } from '../../rights/stages.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { stageNow } from '../requests/steps.ts';

/** A period's first instant, and the first after it. */
export const instantsOf = ({ from, to }: Period) => ({
	begin: londonMidnight(from),
	end: londonMidnight(addDays(to, 1))
});

/** What was asked for in a period, and where it stands now. */
export async function raisedIn(queries: Queries, period: Period): Promise<RaisedRequest[]> {
	const { requests } = queries.tables;
	const { begin, end } = instantsOf(period);
	const rows = await queries
		.select({
			kind: requests.kind,
			createdAt: requests.createdAt,
			state: requests.state,
			stage: requests.stage
		})
		.from(requests)
		.where(and(gte(requests.createdAt, begin), lt(requests.createdAt, end)));
	return rows.map((row) => ({
		kind: requestKindOf(row.kind),
		month: londonDate(row.createdAt).slice(0, 7),
		stage: row.state === 'withdrawn' ? 'withdrawn' : stageNow(row)
	}));
}

/** The times that handlers had and that were decided in a period, kept or not: see `stageTimes`. */
export async function decidedIn(
	core: Core,
	queries: Queries,
	period: Period
): Promise<{ inTime: number; late: number }> {
	const { requests, requestSteps } = queries.tables;
	const { begin, end } = instantsOf(period);
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
					on: londonDate(createdAt)
				})),
				today
			)
		)
		.filter(({ decidedOn }) => decidedOn >= period.from && decidedOn <= period.to);
	const inTime = decided.filter((one) => one.inTime).length;
	return { inTime, late: decided.length - inTime };
}
