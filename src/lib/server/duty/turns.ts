import { and, eq, gt, lte } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';

/** Who is on duty at an instant, each once, the longest on it first. Whoever left the staff is not. */
export async function onDutyAt(queries: Queries, at: number): Promise<string[]> {
	const { dutyTurns, staff } = queries.tables;
	const rows = await queries
		.select({ id: dutyTurns.staffId })
		.from(dutyTurns)
		.innerJoin(staff, and(eq(staff.id, dutyTurns.staffId), eq(staff.active, 1)))
		.where(and(lte(dutyTurns.fromAt, at), gt(dutyTurns.toAt, at)))
		.orderBy(dutyTurns.fromAt, dutyTurns.id);
	return [...new Set(rows.map(({ id }) => id))];
}

/**
 * The calls for help somebody was told of while they were on duty: theirs to take, though their turn be over. By what
 * they are known by, see safety/tell-line.ts.
 */
export async function toldOnDuty(queries: Queries, staffId: string): Promise<string[]> {
	const { notices, dutyTurns } = queries.tables;
	const rows = await queries
		.selectDistinct({ call: notices.subjectId })
		.from(notices)
		.innerJoin(
			dutyTurns,
			and(
				eq(dutyTurns.staffId, notices.staffId),
				lte(dutyTurns.fromAt, notices.createdAt),
				gt(dutyTurns.toAt, notices.createdAt)
			)
		)
		.where(and(eq(notices.staffId, staffId), eq(notices.kind, 'alert_waits')));
	return rows.flatMap(({ call }) => call ?? []);
}
