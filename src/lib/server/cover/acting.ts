import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { StaffActor } from '../access.ts';
import type { Queries } from '../db/database.ts';

/**
 * Whose work a member of staff does on a London date: their own, unless somebody covers them, and that of those they
 * cover. Cover by somebody who has left is none, so that nobody's young people are without an officer.
 */
export async function actingFor(
	queries: Queries,
	staffId: string,
	now: number
): Promise<readonly string[]> {
	const { covers, staff } = queries.tables;
	const today = londonDate(now);
	const running = await queries
		.select({ staffId: covers.staffId, coveredByStaffId: covers.coveredByStaffId })
		.from(covers)
		.innerJoin(staff, and(eq(staff.id, covers.coveredByStaffId), eq(staff.active, 1)))
		.where(
			and(
				or(eq(covers.staffId, staffId), eq(covers.coveredByStaffId, staffId)),
				isNull(covers.endedAt),
				lte(covers.fromOn, today),
				gte(covers.toOn, today)
			)
		);
	const covered = running.some((cover) => cover.staffId === staffId);
	const coverFor = running.flatMap((cover) =>
		cover.coveredByStaffId === staffId ? cover.staffId : []
	);
	return [...new Set([...(covered ? [] : [staffId]), ...coverFor])];
}

/** The actor as cover has it today. */
export async function asCovered(
	queries: Queries,
	actor: StaffActor,
	now: number
): Promise<StaffActor> {
	const acting = await actingFor(queries, actor.id, now);
	return acting.length === 1 && acting[0] === actor.id ? actor : { ...actor, actsFor: acting };
}
