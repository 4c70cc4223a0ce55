import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { londonDate } from '../../../language/dates.ts';
import { meetingClocks, type MeetingClockName } from '../../../meetings/clocks.ts';
import type { Limits } from '../../../meetings/limits.ts';
import { addDays, type ExtraDays } from '../../../meetings/working-days.ts';
import { inChunks } from '../../db/in-chunks.ts';
import type { Queries } from '../../db/database.ts';
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
	const rows = await heldMeetings(queries, addDays(londonDate(now), -LOOKS_BACK_DAYS));
	const ids = rows.map(({ meeting }) => meeting.id);
	const sent = await sentAfter(queries, ids);
	const late = new Map<string, Late>();
	for (const { meeting, youngPersonId, officerId, outcomeDoneAt } of rows) {
		const of = `${meeting.id}|${youngPersonId}`;
		const clocks = meetingClocks(
			{
				heldOn: meeting.heldOn,
				scheduledAt: meeting.scheduledAt,
				minutes: meeting.minutes,
				outcomeDoneAt,
				decisionsSentOn: meeting.decisionsSentOn,
				recordSentOn: sent.records.get(of) ?? meeting.recordSentOn,
				letterSentOn: sent.letters.get(of) ?? null
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

async function heldMeetings(queries: Queries, since: string) {
	const { meetings, meetingYoungPeople, youngPeople, meetingOutcomes } = queries.tables;
	return queries
		.select({
			meeting: meetings,
			youngPersonId: meetingYoungPeople.youngPersonId,
			officerId: youngPeople.officerId,
			outcomeDoneAt: meetingOutcomes.completedAt
		})
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.leftJoin(meetingOutcomes, eq(meetingOutcomes.meetingId, meetings.id))
		.where(
			and(isNotNull(meetings.heldOn), gt(meetings.heldOn, since), isNull(meetings.cancelledAt))
		);
}

/** London dates by meeting and young person. */
async function sentAfter(queries: Queries, meetingIds: readonly string[]) {
	const { records, letters } = queries.tables;
	const datesOf = (
		rows: readonly { meetingId: string; youngPersonId: string; sentAt: number | null }[]
	) =>
		new Map<string, string>(
			rows.flatMap(({ meetingId, youngPersonId, sentAt }) =>
				sentAt === null ? [] : [[`${meetingId}|${youngPersonId}`, londonDate(sentAt)] as const]
			)
		);
	const ask = (table: typeof records | typeof letters) =>
		inChunks(meetingIds, (chunk) =>
			queries
				.select({
					meetingId: table.meetingId,
					youngPersonId: table.youngPersonId,
					sentAt: table.sentAt
				})
				.from(table)
				.where(inArray(table.meetingId, chunk))
		);
	return { records: datesOf(await ask(records)), letters: datesOf(await ask(letters)) };
}
