import { and, eq, inArray, isNull, or, type AnyColumn, type SQL } from 'drizzle-orm';
import { actsFor, type StaffActor } from '../access.ts';
import type { Queries } from '../db/database.ts';

/**
 * For a list: holds for the rows of young people to whom this member of staff is `officer` (see access.ts), as
 * `standingsTowards` says it of one.
 */
export function concernedBy(
	queries: Queries,
	actor: StaffActor,
	youngPersonId: AnyColumn
): SQL | undefined {
	const { youngPeople, meetings, meetingYoungPeople } = queries.tables;
	const acting = actsFor(actor);
	return or(
		inArray(
			youngPersonId,
			queries
				.select({ id: youngPeople.id })
				.from(youngPeople)
				.where(inArray(youngPeople.officerId, acting))
		),
		inArray(
			youngPersonId,
			queries
				.select({ id: meetingYoungPeople.youngPersonId })
				.from(meetingYoungPeople)
				.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
				.where(
					and(
						inArray(meetings.chairId, acting),
						isNull(meetings.heldOn),
						isNull(meetings.cancelledAt)
					)
				)
		)
	);
}
