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
import { counted } from '../meetings/held.ts';
import { sentIn, toBeOpenedBy } from './counted.ts';
import { workingDayNumber, type Instant } from './steps.ts';

/** Far more than a council has: it keeps the inner query whole, which would be asked again for every step of a tree. */
const ALL = 1_000_000_000;

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
			openedAt: sql<number | null>`${statements.openedAt}`.mapWith(Number).as('opened'),
			repliedAt: sql<number | null>`${statements.repliedAt}`.mapWith(Number).as('replied'),
			meetingAt: sql<number | null>`${statements.metAt}`.mapWith(Number).as('meeting')
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

/** Of those that came for a meeting that was held: how many there are, and how many were opened before it began. */
export async function openedBefore(
	queries: Queries,
	where: SQL | undefined
): Promise<{ readonly held: number; readonly before: number }> {
	const { statements } = queries.tables;
	const [row] = await queries
		.select({
			held: count(statements.metAt),
			before: counted(sql`${statements.openedAt} < ${statements.metAt}`)
		})
		.from(statements)
		.where(where);
	return { held: row?.held ?? 0, before: row?.before ?? 0 };
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
): Promise<DaysTaken> {
	const extraDays = await readExtraDays(queries);
	const { statements } = queries.tables;
	// As long as the statements go back, however far a period does.
	const [row] = await queries
		.select({ first: min(statements.sentAt), last: max(statements.sentAt) })
		.from(statements)
		.where(where);
	const now = core.now();
	const span = {
		from: londonDate(Number(row?.first ?? now)),
		to: londonDate(Math.max(now, Number(row?.last ?? now)))
	};
	const numberIn = workingDayNumber(span, extraDays);
	const dayOf = (at: Instant) =>
		sql<number | null>`case when ${at} is null then null else ${numberIn(at)} end`;
	const days: DaysTaken['days'] = (timed) => ({
		sent: numberIn(timed.sentAt),
		opened: dayOf(timed.openedAt),
		replied: dayOf(timed.repliedAt)
	});
	return {
		days,
		taken(timed) {
			const { sent, opened, replied } = days(timed);
			const since = (day: SQL) => sql<number>`${day} - ${sent}`.mapWith(Number);
			return { opened: since(opened), replied: since(replied) };
		}
	};
}

/** Working days, in SQL. */
export interface DaysTaken {
	/** Days as numbers: of two, the difference is how many working days lie between. */
	readonly days: (timed: Timed) => Readonly<Record<'sent' | 'opened' | 'replied', SQL>>;
	/** From sending to opening and to replying. */
	readonly taken: (timed: Timed) => Readonly<Record<'opened' | 'replied', SQL<number>>>;
}

/** How long the statements of a period took, by who is to open them: few rows, however many statements. */
export async function timesIn(core: Core, queries: Queries, period: Period): Promise<TimesCount[]> {
	const where = sentIn(queries, period);
	const { days } = await daysTaken(core, queries, where);
	const timed = withTimes(queries, where);
	const { sent, opened, replied } = days(timed);
	const numbered = queries
		.select({
			staffId: timed.staffId,
			sent: sql<number>`${sent}`.as('sent_day'),
			opened: sql<number>`${opened}`.as('opened_day'),
			replied: sql<number>`${replied}`.as('replied_day'),
			state: meetingState(timed).as('state')
		})
		.from(timed)
		.limit(ALL)
		.as('numbered');
	const since = (day: SQL.Aliased<number>) => sql<number | null>`${day} - ${numbered.sent}`;
	const judged = queries
		.select({
			staffId: numbered.staffId,
			openedDays: since(numbered.opened).mapWith(Number).as('opened_days'),
			repliedDays: since(numbered.replied).mapWith(Number).as('replied_days'),
			state: numbered.state
		})
		.from(numbered)
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
		.where(and(sentIn(queries, period), isNull(statements.openedAt)));
	return row?.total ?? 0;
}
