import { and, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Queries } from '../db/database.ts';

/** Who does the work of these today: they themselves, or who covers them. Nobody who left the staff. */
export async function whoActsFor(
	queries: Queries,
	staffIds: readonly string[],
	now: number
): Promise<string[]> {
	if (staffIds.length === 0) return [];
	const { covers, staff } = queries.tables;
	const today = londonDate(now);
	const running = await queries
		.select({ staffId: covers.staffId, byStaffId: covers.coveredByStaffId })
		.from(covers)
		.innerJoin(staff, and(eq(staff.id, covers.coveredByStaffId), eq(staff.active, 1)))
		.where(
			and(
				inArray(covers.staffId, [...staffIds]),
				isNull(covers.endedAt),
				lte(covers.fromOn, today),
				gte(covers.toOn, today)
			)
		);
	const acting = staffIds.flatMap((id) => {
		const by = running.filter((cover) => cover.staffId === id).map(({ byStaffId }) => byStaffId);
		return by.length > 0 ? by : [id];
	});
	const active = await queries
		.select({ id: staff.id })
		.from(staff)
		.where(and(inArray(staff.id, acting), eq(staff.active, 1)));
	const there = new Set(active.map(({ id }) => id));
	return [...new Set(acting)].filter((id) => there.has(id));
}
