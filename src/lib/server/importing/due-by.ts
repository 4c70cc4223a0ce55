import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { dueByFromHistory, earliest } from '../../meetings/due-dates.ts';
import { meetingKindOf } from '../../meetings/kinds.ts';
import { readLimits } from '../council/limits.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Tx } from '../db/database.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import type { CarePeriod } from './care-periods-file.ts';
import type { MeetingColumns, WantedMeeting } from './known-meetings.ts';

interface Held {
	readonly meetingId: string;
	readonly kind: string;
	readonly heldOn: string;
}

/**
 * The due dates of meetings that were given without one, from the law's timescales and from what files and database
 * together know of meetings held and time in care. A conference about several is due when the first of them is.
 */
export async function workOutDueDates(
	tx: Tx,
	meetings: readonly WantedMeeting[],
	periodsInFile: readonly CarePeriod[]
): Promise<Map<string, string | null>> {
	const empty = meetings.filter(({ dueByIsEmpty }) => dueByIsEmpty);
	const people = [...new Set(empty.flatMap(({ youngPersonIds }) => youngPersonIds))];
	if (people.length === 0) return new Map();
	const held = await heldMeetings(tx, people, meetings);
	const periods = await carePeriods(tx, people, periodsInFile);
	const extraDays = await readExtraDays(tx);
	const limits = await readLimits(tx);

	return new Map(
		empty.map(({ id, youngPersonIds, columns, there }) => {
			const dueDates = youngPersonIds.map((youngPersonId) =>
				dueByFromHistory(
					meetingKindOf(columns.kind),
					{
						held: (held.get(youngPersonId) ?? []).filter(({ meetingId }) => meetingId !== id),
						periods: periods.get(youngPersonId) ?? []
					},
					// No import file tells of strategy discussions; the desk may have.
					{ day: dayOf(columns), strategyOn: there?.strategyOn ?? null, extraDays, limits }
				)
			);
			return [id, earliest(dueDates)];
		})
	);
}

async function heldMeetings(
	tx: Tx,
	people: readonly string[],
	inFile: readonly WantedMeeting[]
): Promise<Map<string, Held[]>> {
	const { meetings, meetingYoungPeople } = tx.tables;
	const byPerson = new Map<string, Held[]>(people.map((id) => [id, []]));
	const filed = new Set(inFile.map(({ id }) => id));
	const rows = await inChunks(people, (chunk) =>
		tx
			.select({
				youngPersonId: meetingYoungPeople.youngPersonId,
				meetingId: meetings.id,
				kind: meetings.kind,
				heldOn: meetings.heldOn
			})
			.from(meetingYoungPeople)
			.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
			.where(and(inArray(meetingYoungPeople.youngPersonId, chunk), isNotNull(meetings.heldOn)))
	);
	for (const { youngPersonId, meetingId, kind, heldOn } of rows)
		if (!filed.has(meetingId))
			byPerson.get(youngPersonId)?.push({ meetingId, kind, heldOn: heldOn ?? '' });
	for (const { id, youngPersonIds, columns } of inFile)
		if (columns.heldOn !== null)
			for (const youngPersonId of youngPersonIds)
				byPerson
					.get(youngPersonId)
					?.push({ meetingId: id, kind: columns.kind, heldOn: columns.heldOn });
	return byPerson;
}

async function carePeriods(
	tx: Tx,
	people: readonly string[],
	inFile: readonly CarePeriod[]
): Promise<Map<string, CarePeriod[]>> {
	const periods = tx.tables.carePeriods;
	const byPerson = new Map<string, CarePeriod[]>(people.map((id) => [id, []]));
	const rows = await inChunks(people, (chunk) =>
		tx.select().from(periods).where(inArray(periods.youngPersonId, chunk))
	);
	for (const period of [...rows, ...inFile]) byPerson.get(period.youngPersonId)?.push(period);
	return byPerson;
}

/** The London date a meeting counts from: when it was held, else when it is planned for. */
function dayOf(meeting: Pick<MeetingColumns, 'heldOn' | 'scheduledAt'>): string | null {
	if (meeting.heldOn !== null) return meeting.heldOn;
	return meeting.scheduledAt === null ? null : londonDate(meeting.scheduledAt);
}
