import { and, eq, inArray, isNull, or, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';

/**
 * For a list: holds for the rows of young people to whom this member of staff is `officer` (see access.ts), as
 * `standingsTowards` says it of one.
 */
export function concernedBy(
	queries: Queries,
	staffId: string,
	youngPersonId: AnyColumn
): SQL | undefined {
	const { youngPeople, meetings, meetingYoungPeople } = queries.tables;
	return or(
		inArray(
			youngPersonId,
			queries
				.select({ id: youngPeople.id })
				.from(youngPeople)
				.where(eq(youngPeople.officerId, staffId))
		),
		inArray(
			youngPersonId,
			queries
				.select({ id: meetingYoungPeople.youngPersonId })
				.from(meetingYoungPeople)
				.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
				.where(
					and(eq(meetings.chairId, staffId), isNull(meetings.heldOn), isNull(meetings.cancelledAt))
				)
		)
	);
}
