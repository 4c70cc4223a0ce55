import { and, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { meetingKindOf } from '../../meetings/kinds.ts';
import type { MeetingTimes } from '../../meetings/linking.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';

/** A meeting as one young person has it. */
export interface MeetingRow extends MeetingTimes {
	/** Who chairs it: the meeting's chair or, while nobody is named, the young person's allocated officer. */
	readonly chairId: string | null;
}

/** The same for a list that joins meetings and their young people: holds where one of these chairs. */
export function chairedByOneOf(queries: Queries, staffIds: readonly string[]): SQL | undefined {
	const { meetings, youngPeople } = queries.tables;
	return or(
		inArray(meetings.chairId, [...staffIds]),
		and(isNull(meetings.chairId), inArray(youngPeople.officerId, [...staffIds]))
	);
}

/** A row of the table as one young person has it. @param officerId who is allocated to them */
export function meetingRow(
	row: Pick<Row, 'id' | 'kind' | 'scheduledAt' | 'heldOn' | 'cancelledAt' | 'chairId'>,
	officerId: string | null
): MeetingRow {
	const { id, scheduledAt, heldOn, cancelledAt } = row;
	const kind = meetingKindOf(row.kind);
	return { id, kind, scheduledAt, heldOn, cancelledAt, chairId: row.chairId ?? officerId };
}

type Row = Queries['tables']['meetings']['$inferSelect'];

/** Every meeting of a young person, whatever became of it. */
export async function meetingsOf(queries: Queries, youngPersonId: string): Promise<MeetingRow[]> {
	return [...(await rowsOf(queries, [youngPersonId])).values()].flat();
}

/** The meetings still to come of many young people. */
export async function plannedMeetings(
	queries: Queries,
	youngPersonIds: readonly string[],
	now: number
): Promise<Map<string, MeetingRow[]>> {
	const { meetings } = queries.tables;
	const planned = and(
		isNull(meetings.heldOn),
		isNull(meetings.cancelledAt),
		gt(meetings.scheduledAt, now)
	);
	return rowsOf(queries, youngPersonIds, planned);
}

async function rowsOf(
	queries: Queries,
	youngPersonIds: readonly string[],
	narrowed?: SQL
): Promise<Map<string, MeetingRow[]>> {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const rows = await inChunks(youngPersonIds, (chunk) =>
		queries
			.select({
				youngPersonId: meetingYoungPeople.youngPersonId,
				id: meetings.id,
				kind: meetings.kind,
				scheduledAt: meetings.scheduledAt,
				heldOn: meetings.heldOn,
				cancelledAt: meetings.cancelledAt,
				chairId: meetings.chairId,
				officerId: youngPeople.officerId
			})
			.from(meetingYoungPeople)
			.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
			.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
			.where(and(inArray(meetingYoungPeople.youngPersonId, chunk), narrowed))
	);
	const byPerson = new Map<string, MeetingRow[]>();
	for (const { youngPersonId, officerId, ...row } of rows) {
		const meeting = meetingRow(row, officerId);
		const known = byPerson.get(youngPersonId);
		if (known) known.push(meeting);
		else byPerson.set(youngPersonId, [meeting]);
	}
	return byPerson;
}
