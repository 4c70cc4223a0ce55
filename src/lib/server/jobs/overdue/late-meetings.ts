import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { londonDate } from '../../../language/dates.ts';
import { meetingClocks, type MeetingClockName } from '../../../meetings/clocks.ts';
import { MEETING_KINDS } from '../../../meetings/kinds.ts';
import type { Limits } from '../../../meetings/limits.ts';
import { addDays, type ExtraDays } from '../../../meetings/working-days.ts';
import type { Queries } from '../../db/database.ts';
import { ofAnyKind } from '../../meetings/any-kind.ts';
import type { Late } from './raise.ts';

const LOOKS_BACK_DAYS = 120;

const KINDS = {
	outcome: 'outcome_late',
	decisions: 'decisions_late',
	record: 'record_late',
	letter: 'letter_late'
} as const satisfies Partial<Record<MeetingClockName, Late['kind']>>;

/** Clocks of the meeting itself; the others are of each young person. */
const OF_MEETING: readonly MeetingClockName[] = ['outcome', 'decisions'];

/** What should have been written and sent after a meeting, each by its own clock. */
export async function lateAfterMeetings(
	queries: Queries,
	{
		now,
		limits,
		extraDays
	}: { readonly now: number; readonly limits: Limits; readonly extraDays: ExtraDays }
): Promise<Late[]> {
	const rows = await notAllDone(queries, addDays(londonDate(now), -LOOKS_BACK_DAYS));
	const late = new Map<string, Late>();
	for (const {
		youngPersonId,
		officerId,
		outcomeDoneAt,
		recordSentAt,
		letterSentAt,
		...meeting
	} of rows) {
		const of = `${meeting.id}|${youngPersonId}`;
		const clocks = meetingClocks(
			{
				heldOn: meeting.heldOn,
				scheduledAt: meeting.scheduledAt,
				minutes: meeting.minutes,
				outcomeDoneAt,
				decisionsSentOn: meeting.decisionsSentOn,
				recordSentOn: recordSentAt === null ? meeting.recordSentOn : londonDate(recordSentAt),
				letterSentOn: letterSentAt === null ? null : londonDate(letterSentAt)
			},
			{ now, limits, extraDays }
		);
		const first = [meeting.chairId ?? officerId].flatMap((id) => id ?? []);
		for (const { name, state, dueAt } of clocks) {
			if (state !== 'overdue' || name === 'objection') continue;
			const kind = KINDS[name];
			const whole = OF_MEETING.includes(name);
			const key = whole ? `${kind}|${meeting.id}` : `${kind}|${of}`;
			// While nobody chairs it, each of its officers does.
			const before = late.get(key)?.first ?? [];
			late.set(key, {
				key,
				kind,
				lateSince: dueAt,
				first: [...new Set([...before, ...first])],
				managers: true,
				...(whole ? {} : { about: youngPersonId }),
				meetingId: meeting.id
			});
		}
	}
	return [...late.values()];
}

/** Meetings held, a row a young person, but for those after which everything was done: they are most, and none is late. */
async function notAllDone(queries: Queries, since: string) {
	const { meetings, meetingYoungPeople, youngPeople, meetingOutcomes, records, letters } =
		queries.tables;
	const { meetingId, youngPersonId, kind, countedOn } = meetingYoungPeople;
	return queries
		.select({
			id: meetings.id,
			heldOn: meetings.heldOn,
			scheduledAt: meetings.scheduledAt,
			minutes: meetings.minutes,
			chairId: meetings.chairId,
			decisionsSentOn: meetings.decisionsSentOn,
			recordSentOn: meetings.recordSentOn,
			youngPersonId,
			officerId: youngPeople.officerId,
			outcomeDoneAt: meetingOutcomes.completedAt,
			recordSentAt: records.sentAt,
			letterSentAt: letters.sentAt
		})
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, youngPersonId))
		.leftJoin(meetingOutcomes, eq(meetingOutcomes.meetingId, meetings.id))
		.leftJoin(
			records,
			and(eq(records.meetingId, meetingId), eq(records.youngPersonId, youngPersonId))
		)
		.leftJoin(
			letters,
			and(eq(letters.meetingId, meetingId), eq(letters.youngPersonId, youngPersonId))
		)
		.where(
			and(
				// Said of the meeting and of the place at it, which is the same: each is then found by an index of its own.
				...[ofAnyKind(queries), gt(meetings.heldOn, since), isNull(meetings.cancelledAt)],
				...[inArray(kind, [...MEETING_KINDS]), gt(countedOn, since)],
				or(
					isNull(meetingOutcomes.completedAt),
					isNull(meetings.decisionsSentOn),
					and(isNull(records.sentAt), isNull(meetings.recordSentOn)),
					isNull(letters.sentAt)
				)
			)
		);
}
