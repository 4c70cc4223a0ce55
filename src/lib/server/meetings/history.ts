import { and, inArray, isNotNull, eq } from 'drizzle-orm';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';

/** What due dates are worked out from, of one young person. */
export interface HistoryOf {
	readonly held: readonly HeldMeeting[];
	readonly periods: readonly Period[];
}

export interface HeldMeeting {
	readonly meetingId: string;
	readonly kind: string;
	readonly heldOn: string;
	readonly chairId: string | null;
}

export interface Period {
	readonly status: string;
	readonly startedOn: string;
	readonly endedOn: string | null;
}

/** Every meeting that was held and every time in care, in two queries however many they are. */
export async function historiesOf(
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Map<string, HistoryOf>> {
	const { meetings, meetingYoungPeople, carePeriods } = queries.tables;
	const histories = new Map(
		youngPersonIds.map((id) => [id, { held: [] as HeldMeeting[], periods: [] as Period[] }])
	);
	const held = await inChunks([...histories.keys()], (chunk) =>
		queries
			.select({
				youngPersonId: meetingYoungPeople.youngPersonId,
				meetingId: meetings.id,
				kind: meetings.kind,
				heldOn: meetings.heldOn,
				chairId: meetings.chairId
			})
			.from(meetingYoungPeople)
			.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
			.where(and(inArray(meetingYoungPeople.youngPersonId, chunk), isNotNull(meetings.heldOn)))
	);
	for (const { youngPersonId, heldOn, ...meeting } of held)
		histories.get(youngPersonId)?.held.push({ ...meeting, heldOn: heldOn ?? '' });
	const periods = await inChunks([...histories.keys()], (chunk) =>
		queries
			.select({
				youngPersonId: carePeriods.youngPersonId,
				status: carePeriods.status,
				startedOn: carePeriods.startedOn,
				endedOn: carePeriods.endedOn
			})
			.from(carePeriods)
			.where(inArray(carePeriods.youngPersonId, chunk))
	);
	for (const { youngPersonId, ...period } of periods)
		histories.get(youngPersonId)?.periods.push(period);
	return histories;
}
