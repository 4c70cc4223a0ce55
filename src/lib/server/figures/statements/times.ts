import { and, count, eq, isNull, max, min, sql, type SQL } from 'drizzle-orm';
import type { Period } from '../../../figures/periods.ts';
import {
	MEETING_STATES,
	type MeetingState,
	type TimesCount
} from '../../../figures/statement-figures.ts';
import { londonDate } from '../../../language/dates.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { readExtraDays } from '../../meetings/extra-days.ts';
import { firstMeeting, firstOpened, firstReplied, sentIn, toBeOpenedBy } from './counted.ts';
import { workingDayNumber } from './steps.ts';

/** Far more than a council has: it keeps the inner query whole, which would be asked again for every step of a tree. */
export const ALL = 1_000_000_000;

/** The statements of a period, each with what happened to it and when. */
export function withTimes(queries: Queries, where: SQL | undefined) {
	const { statements, statementLinks, meetings } = queries.tables;
	return queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			formId: statements.formId,
			meetingId: sql<string | null>`${statementLinks.meetingId}`.as('meeting_id'),
			sentAt: sql<number>`${statements.sentAt}`.as('sent'),
			staffId: toBeOpenedBy(queries).as('staff'),
			openedAt: firstOpened(queries).as('opened'),
			repliedAt: firstReplied(queries).as('replied'),
			meetingAt: firstMeeting(queries).as('meeting')
		})
		.from(statements)
		.leftJoin(
			statementLinks,
			and(eq(statementLinks.statementId, statements.id), isNull(statementLinks.endedAt))
		)
		.leftJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.where(where)
		.limit(ALL)
		.as('timed');
}

export type Timed = ReturnType<typeof withTimes>;

/** How it stood with the meeting, as a code of `MeetingState`. */
export const meetingState = ({ meetingAt, openedAt }: Timed): SQL<string> =>
	sql<string>`case when ${meetingAt} is null then 'none' when ${openedAt} is null then 'missed' when ${openedAt} < ${meetingAt} then 'before' else 'after' end`;

/** Working days from sending to opening and to replying, in SQL. @param where which statements it is asked of */
export async function daysTaken(
	core: Core,
	queries: Queries,
	where: SQL | undefined
): Promise<(timed: Timed) => { readonly opened: SQL<number>; readonly replied: SQL<number> }> {
	const extraDays = await readExtraDays(queries);
	const { statements } = queries.tables;
	// As long as the statements go back, however far a period does.
	const [row] = await queries
		.select({ first: min(statements.sentAt), last: max(statements.sentAt) })
		.from(statements)
		.where(where);
	const now = core.now();
	const days = {
		from: londonDate(Number(row?.first ?? now)),
		to: londonDate(Math.max(now, Number(row?.last ?? now)))
	};
	return (timed) => {
		const sent = workingDayNumber(timed.sentAt, days, extraDays);
		const since = (at: Timed['openedAt']) =>
			sql<number>`case when ${at} is null then null else ${workingDayNumber(at, days, extraDays)} - ${sent} end`.mapWith(
				Number
			);
		return { opened: since(timed.openedAt), replied: since(timed.repliedAt) };
	};
}

/** How long the statements of a period took, by who is to open them: few rows, however many statements. */
export async function timesIn(core: Core, queries: Queries, period: Period): Promise<TimesCount[]> {
	const where = sentIn(queries, period);
	const taken = await daysTaken(core, queries, where);
	const timed = withTimes(queries, where);
	const { opened, replied } = taken(timed);
	const judged = queries
		.select({
			staffId: timed.staffId,
			openedDays: opened.as('opened_days'),
			repliedDays: replied.as('replied_days'),
			state: meetingState(timed).as('state')
		})
		.from(timed)
		.limit(ALL)
		.as('judged');
	const rows = await queries
		.select({
			staffId: judged.staffId,
			openedDays: judged.openedDays,
			repliedDays: judged.repliedDays,
			state: judged.state,
			count: count()
		})
		.from(judged)
		.groupBy(
			...[judged.staffId, judged.openedDays, judged.repliedDays, judged.state].map(
				(one) => sql`${one}`
			)
		);
	return rows.map(({ state, ...row }) => ({ ...row, meeting: meetingStateOf(state) }));
}

const meetingStateOf = (text: string): MeetingState =>
	MEETING_STATES.find((state) => state === text) ?? 'none';

/** How many statements of a period nobody has opened of those they went to. */
export async function unopenedIn(queries: Queries, period: Period): Promise<number> {
	const { statements } = queries.tables;
	const [row] = await queries
		.select({ total: count() })
		.from(statements)
		.where(and(sentIn(queries, period), isNull(firstOpened(queries))));
	return row?.total ?? 0;
}
