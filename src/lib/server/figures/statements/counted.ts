import { and, eq, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Period } from '../../../figures/periods.ts';
import { londonMidnight } from '../../../language/dates.ts';
import { addDays } from '../../../meetings/working-days.ts';
import type { Queries } from '../../db/database.ts';

/**
 * What counts as a statement: sent, not taken back, and read by a chair or a worker. What goes to who handles it is a
 * request and is counted as one, and nowhere twice: neither can be taken from the other.
 */
export function counted(queries: Queries): SQL | undefined {
	const { statements } = queries.tables;
	return and(isNull(statements.takenBackAt), inArray(statements.goesTo, ['chair', 'worker']));
}

/** Those of them that were sent on these London days. */
export function sentIn(queries: Queries, { from, to }: Period): SQL | undefined {
	const { statements } = queries.tables;
	return and(
		gte(statements.sentAt, londonMidnight(from)),
		lt(statements.sentAt, londonMidnight(addDays(to, 1))),
		counted(queries)
	);
}

/**
 * A link of a statement to a meeting it came for: the one it has, and those that were held without anybody opening it.
 * What moved on because its meeting was called off, or no longer was for them, did not come for that one. The triggers of
 * the migration 0004 say the same.
 */
export function cameFor(queries: Queries): SQL | undefined {
	const { statements, statementLinks } = queries.tables;
	return or(
		// Taking back ends a link: whether it was taken back has to be asked of those alone that ended before.
		isNull(statementLinks.endedAt),
		and(eq(statementLinks.endReason, 'missed'), isNull(statements.takenBackAt))
	);
}

/**
 * Who is to open it now: whoever chairs its meeting, without one the officer; or the worker. Joined to its meeting; its
 * young person is looked up where that does not say it.
 */
export function toBeOpenedBy(queries: Queries): SQL<string | null> {
	const { statements, meetings, youngPeople } = queries.tables;
	const of = (id: typeof youngPeople.officerId | typeof youngPeople.socialWorkerId) =>
		queries.select({ id }).from(youngPeople).where(eq(youngPeople.id, statements.youngPersonId));
	return sql<
		string | null
	>`case when ${statements.goesTo} = 'worker' then (${of(youngPeople.socialWorkerId)}) else coalesce(${meetings.chairId}, (${of(youngPeople.officerId)})) end`;
}
