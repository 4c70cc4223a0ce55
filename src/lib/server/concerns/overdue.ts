import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';

/** A concern nobody has answered in time. */
export interface OverdueConcern {
	readonly concernId: string;
	/** Each stage has its own. */
	readonly stageDueOn: string;
	readonly raisedByStaffId: string;
	readonly youngPersonId: string;
	/** Who may not know of it: the young person's worker, and whom what led to it is locked from. */
	readonly barredStaffIds: readonly string[];
}

/** The concerns that are open and whose stage is over, the longest waiting first. */
export async function overdueConcerns(
	_core: Core,
	queries: Queries,
	now: number
): Promise<OverdueConcern[]> {
	const { concerns, youngPeople, statementBarred } = queries.tables;
	const rows = await queries
		.select({
			concernId: concerns.id,
			stageDueOn: concerns.stageDueOn,
			raisedByStaffId: concerns.raisedByStaffId,
			youngPersonId: concerns.youngPersonId,
			statementId: concerns.statementId,
			workerId: youngPeople.socialWorkerId
		})
		.from(concerns)
		.innerJoin(youngPeople, eq(youngPeople.id, concerns.youngPersonId))
		.where(and(isNull(concerns.closedAt), lt(concerns.stageDueOn, londonDate(now))))
		.orderBy(asc(concerns.stageDueOn), concerns.id);
	const barred = await inChunks(
		rows.flatMap(({ statementId }) => statementId ?? []),
		(chunk) =>
			queries.select().from(statementBarred).where(inArray(statementBarred.statementId, chunk))
	);
	return rows.flatMap(({ stageDueOn, statementId, workerId, ...row }) => {
		if (stageDueOn === null) return [];
		const locked = barred.filter((one) => one.statementId === statementId);
		const barredStaffIds = [
			...(workerId === null ? [] : [workerId]),
			...locked.map(({ staffId }) => staffId)
		];
		return [{ ...row, stageDueOn, barredStaffIds }];
	});
}
