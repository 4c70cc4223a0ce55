import { inArray } from 'drizzle-orm';
import { inChunks } from '../db/in-chunks.ts';
import type { Tx } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

export type KnownMeeting = Tables['meetings']['$inferSelect'] & {
	/** Participation code, by young person. */
	readonly participants: ReadonlyMap<string, string | null>;
};

/** What the file tells of a meeting; the rest is set at the desk. */
export type MeetingColumns = Pick<
	Tables['meetings']['$inferSelect'],
	| 'kind'
	| 'scheduledAt'
	| 'dueBy'
	| 'heldOn'
	| 'cancelledAt'
	| 'chairId'
	| 'decisionsSentOn'
	| 'recordSentOn'
>;

/** A meeting as the files want it. */
export interface WantedMeeting {
	readonly id: string;
	readonly ref: string;
	readonly there: KnownMeeting | null;
	readonly youngPersonIds: readonly string[];
	readonly columns: MeetingColumns;
	/** Its due date is to be worked out. */
	readonly dueByIsEmpty: boolean;
}

/** The meetings in the database that have one of these references, by it. */
export async function knownMeetings(
	tx: Tx,
	refs: Iterable<string>
): Promise<Map<string, KnownMeeting>> {
	const { meetings, meetingYoungPeople } = tx.tables;
	const rows = await inChunks([...refs], (chunk) =>
		tx.select().from(meetings).where(inArray(meetings.ref, chunk))
	);
	const covered = await inChunks(
		rows.map(({ id }) => id),
		(chunk) =>
			tx.select().from(meetingYoungPeople).where(inArray(meetingYoungPeople.meetingId, chunk))
	);
	const participants = new Map(rows.map(({ id }) => [id, new Map<string, string | null>()]));
	for (const { meetingId, youngPersonId, participationCode } of covered)
		participants.get(meetingId)?.set(youngPersonId, participationCode);
	return new Map(
		rows.map((row) => [
			row.ref ?? '',
			{ ...row, participants: participants.get(row.id) ?? new Map<string, null>() }
		])
	);
}
