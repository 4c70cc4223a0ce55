import { and, asc, inArray } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { requestKindOf, type RequestKind } from '../../rights/requests.ts';
import type { Stage } from '../../rights/stages.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { isOverdue } from './read.ts';
import { stageIn } from './steps.ts';

/** A request whose handler is late. */
export interface OverdueRequest {
	readonly requestId: string;
	readonly kind: RequestKind;
	readonly stage: Stage;
	readonly dueOn: string;
	readonly assignedStaffId: string | null;
	readonly youngPersonId: string | null;
	/** Nobody of these may be told of it. */
	readonly barredStaffIds: readonly string[];
}

/** Every request that had to be dealt with before today, the longest overdue first. */
export async function overdueRequests(
	_core: Core,
	queries: Queries,
	now: number
): Promise<OverdueRequest[]> {
	const { requests, statementBarred } = queries.tables;
	const rows = await queries
		.select()
		.from(requests)
		.where(
			and(
				inArray(requests.state, ['unmatched', 'new', 'opened']),
				isOverdue(queries, londonDate(now))
			)
		)
		.orderBy(asc(requests.stageDueOn), asc(requests.id));
	const ids = rows.flatMap(({ statementId, fromStatementId }) =>
		[statementId, fromStatementId].flatMap((id) => id ?? [])
	);
	const barred = await inChunks(ids, (chunk) =>
		queries.select().from(statementBarred).where(inArray(statementBarred.statementId, chunk))
	);
	return rows.map((row) => ({
		requestId: row.id,
		kind: requestKindOf(row.kind),
		stage: stageIn(row).stage,
		dueOn: row.stageDueOn ?? '',
		assignedStaffId: row.assignedStaffId,
		youngPersonId: row.youngPersonId,
		barredStaffIds: barred
			.filter(({ statementId }) => [row.statementId, row.fromStatementId].includes(statementId))
			.map(({ staffId }) => staffId)
	}));
}
