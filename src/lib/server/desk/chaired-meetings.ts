import { and, asc, eq, gte, inArray, isNull, lt, min, type SQL } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';
import { chairedByOneOf, meetingRow, type MeetingRow } from '../meetings/meeting-rows.ts';

/** One young person at one meeting. */
export interface ChairedMeeting extends MeetingRow {
	readonly youngPersonId: string;
}

/** More than anybody chairs in the time a page covers. */
const MOST_ROWS = 500;

/** Meetings some of the staff chair: those that name them, and those without a chair of young people allocated to them. */
function chairedBy(queries: Queries, staffIds: readonly string[]): SQL | undefined {
	const { meetings } = queries.tables;
	return and(
		chairedByOneOf(queries, staffIds),
		isNull(meetings.heldOn),
		isNull(meetings.cancelledAt)
	);
}

export function chairedMeetings(
	queries: Queries,
	staffIds: readonly string[],
	from: number,
	until: number
): Promise<ChairedMeeting[]> {
	const { meetings } = queries.tables;
	return meetingsWhere(
		queries,
		and(
			chairedBy(queries, staffIds),
			gte(meetings.scheduledAt, from),
			lt(meetings.scheduledAt, until)
		)
	);
}

/** Those that are over by their date, were not closed, and have a statement linked to them. */
export function overdueMeetings(
	queries: Queries,
	staffIds: readonly string[],
	before: number
): Promise<ChairedMeeting[]> {
	const { meetings, meetingYoungPeople, statements, statementLinks } = queries.tables;
	const withStatement = queries
		.select({ id: statementLinks.meetingId })
		.from(statementLinks)
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.where(
			and(
				isNull(statementLinks.endedAt),
				eq(statements.state, 'linked'),
				eq(statements.youngPersonId, meetingYoungPeople.youngPersonId)
			)
		);
	return meetingsWhere(
		queries,
		and(
			chairedBy(queries, staffIds),
			lt(meetings.scheduledAt, before),
			inArray(meetings.id, withStatement)
		)
	);
}

/** When the first meeting from an instant on is, or null when there is none. */
export async function nextAfter(
	queries: Queries,
	staffIds: readonly string[],
	from: number
): Promise<number | null> {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const [found] = await queries
		.select({ at: min(meetings.scheduledAt) })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(and(chairedBy(queries, staffIds), gte(meetings.scheduledAt, from)));
	return found?.at ?? null;
}

async function meetingsWhere(queries: Queries, which: SQL | undefined): Promise<ChairedMeeting[]> {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const rows = await queries
		.select({
			id: meetings.id,
			kind: meetings.kind,
			scheduledAt: meetings.scheduledAt,
			heldOn: meetings.heldOn,
			cancelledAt: meetings.cancelledAt,
			chairId: meetings.chairId,
			youngPersonId: meetingYoungPeople.youngPersonId,
			officerId: youngPeople.officerId
		})
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(which)
		.orderBy(asc(meetings.scheduledAt), asc(meetings.id), asc(meetingYoungPeople.youngPersonId))
		.limit(MOST_ROWS);
	return rows.map(({ officerId, youngPersonId, ...row }) => ({
		...meetingRow(row, officerId),
		youngPersonId
	}));
}
