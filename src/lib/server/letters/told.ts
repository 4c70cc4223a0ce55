import { and, eq, isNotNull } from 'drizzle-orm';
import { londonMidnight } from '../../language/dates.ts';
import { addDays, addWorkingDays } from '../../meetings/working-days.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries } from '../db/database.ts';
import { readExtraDays } from '../meetings/extra-days.ts';

/** A meeting whose decisions its young person may see. */
export interface ToldMeeting {
	readonly meetingId: string;
	/** `YYYY-MM-DD` */
	readonly heldOn: string;
	/** Since when. */
	readonly at: number;
	readonly letterId: string | null;
}

/**
 * Which of their meetings a young person sees the decisions of: those they have the letter of, as it was meant to be
 * told; and where none came, those whose decisions are final, once the letter is late. Nobody waits for an officer who
 * does not write, and nobody reads on a screen first what somebody wanted to tell them well.
 */
export async function toldMeetings(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<Map<string, ToldMeeting>> {
	const { letters, meetings, meetingOutcomes, meetingYoungPeople } = queries.tables;
	const rows = await queries
		.select({
			meetingId: meetings.id,
			heldOn: meetings.heldOn,
			letterId: letters.id,
			state: letters.state,
			sentAt: letters.sentAt,
			finalAt: meetingOutcomes.finalAt
		})
		.from(meetingYoungPeople)
		.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
		.leftJoin(meetingOutcomes, eq(meetingOutcomes.meetingId, meetings.id))
		.leftJoin(
			letters,
			and(eq(letters.meetingId, meetings.id), eq(letters.youngPersonId, youngPersonId))
		)
		.where(and(eq(meetingYoungPeople.youngPersonId, youngPersonId), isNotNull(meetings.heldOn)));

	const told = new Map<string, ToldMeeting>();
	const waiting: { meetingId: string; heldOn: string; finalAt: number }[] = [];
	for (const { meetingId, heldOn, letterId, state, sentAt, finalAt } of rows) {
		if (heldOn === null) continue;
		if (state === 'sent' && sentAt !== null)
			told.set(meetingId, { meetingId, heldOn, at: sentAt, letterId });
		else if (finalAt !== null) waiting.push({ meetingId, heldOn, finalAt });
	}
	if (waiting.length === 0) return told;
	const limits = await readLimits(queries);
	const extraDays = await readExtraDays(queries);
	const now = core.now();
	for (const { meetingId, heldOn, finalAt } of waiting) {
		const late = londonMidnight(addDays(addWorkingDays(heldOn, limits.letter, extraDays), 1));
		const at = Math.max(late, finalAt);
		if (at <= now) told.set(meetingId, { meetingId, heldOn, at, letterId: null });
	}
	return told;
}
