import { and, between, count, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { dueDays, type DueDay } from '../../../figures/due-days.ts';
import type { ReviewCounts } from '../../../figures/meeting-figures.ts';
import type { Period } from '../../../figures/periods.ts';
import { londonDate } from '../../../language/dates.ts';
import type { MeetingKind } from '../../../meetings/kinds.ts';
import { readLimits } from '../../council/limits.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { readExtraDays } from '../../meetings/extra-days.ts';

/** Held, not cancelled, on a day of the period. */
export function heldIn(queries: Queries, period: Period, kinds: readonly MeetingKind[]): SQL[] {
	const { meetings } = queries.tables;
	return [
		inArray(meetings.kind, [...kinds]),
		between(meetings.heldOn, period.from, period.to),
		isNull(meetings.cancelledAt)
	];
}

/** Of a meeting held, `YYYY-MM`. */
export const monthHeld = (queries: Queries): SQL<string> =>
	sql<string>`substr(${queries.tables.meetings.heldOn}, 1, 7)`;

/** Whether a meeting was held by the day it was due, as columns say it: for counting and for listing alike. */
export function timeliness(queries: Queries): Readonly<Record<'yes' | 'no' | 'unknown', SQL>> {
	const { meetings } = queries.tables;
	return {
		yes: sql`${meetings.heldOn} <= ${meetings.dueBy}`,
		no: sql`${meetings.heldOn} > ${meetings.dueBy}`,
		unknown: isNull(meetings.dueBy)
	};
}

/** One of the clocks that run from a meeting, as columns say it. */
export interface Clock {
	readonly inTime: SQL;
	/** Sent too late, or not sent and the last day is over. */
	readonly late: SQL;
	/** Of the late ones, those still not sent. */
	readonly overdue: SQL;
}

export interface Clocks {
	/**
	 * Every day of the period and what is due when: working days are counted here, once a day, and the rest by the
	 * database. To be asked first and meetings joined crosswise: SQLite then finds those of each day by their index, and
	 * would go through all days for each meeting otherwise.
	 */
	readonly days: SQL;
	/** A meeting was held on that day. */
	readonly on: SQL;
	/** The same of somebody's entry at one. */
	readonly onEntry: SQL;
	/** The same days, by the day. */
	readonly due: ReadonlyMap<string, DueDay>;
	readonly decisions: Clock;
	readonly records: Clock;
}

export async function clocksOf(core: Core, queries: Queries, period: Period): Promise<Clocks> {
	const { meetings, meetingYoungPeople: entries } = queries.tables;
	const dueOf = dueDays(period, await readLimits(queries), await readExtraDays(queries));
	const today = londonDate(core.now());
	// Dates of our own making and nobody's words: thousands of bound values would take longer than what is asked.
	const values = dueOf
		.map(({ heldOn, decisionsBy, recordBy }) => `('${heldOn}','${decisionsBy}','${recordBy}')`)
		.join(',');
	const clock = (sentOn: typeof meetings.recordSentOn, dueOn: SQL<string>): Clock => ({
		inTime: sql`${sentOn} <= ${dueOn}`,
		late: sql`(${sentOn} > ${dueOn} or (${sentOn} is null and ${dueOn} < ${today}))`,
		overdue: sql`(${sentOn} is null and ${dueOn} < ${today})`
	});
	return {
		days: sql`(values ${sql.raw(values)}) as due_days`,
		on: sql`due_days.column1 = ${meetings.heldOn}`,
		onEntry: sql`due_days.column1 = ${entries.countedOn}`,
		due: new Map(dueOf.map((day) => [day.heldOn, day])),
		decisions: clock(meetings.decisionsSentOn, sql<string>`due_days.column2`),
		records: clock(meetings.recordSentOn, sql<string>`due_days.column3`)
	};
}

/** How many rows of a group are so. */
export const counted = (condition: SQL): SQL<number> =>
	sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number);

/** By kind and month. */
export type HeldByMonth = ReadonlyMap<MeetingKind, ReadonlyMap<string, HeldMonth>>;

/** What is counted of the meetings of a month. */
export interface HeldMonth extends ReviewCounts {
	/** Late and still not sent. */
	readonly overdue: Readonly<Record<'decisions' | 'records', number>>;
}

/** Meetings held in time, and what followed in time, by the month they were held: all kinds in one question. */
export async function heldByMonth(
	core: Core,
	queries: Queries,
	period: Period,
	kinds: readonly MeetingKind[]
): Promise<HeldByMonth> {
	const { meetings } = queries.tables;
	const { days, on, decisions, records } = await clocksOf(core, queries, period);
	const month = monthHeld(queries);
	const held = timeliness(queries);
	const rows = await queries
		.select({
			kind: meetings.kind,
			month,
			held: count(),
			inTime: counted(held.yes),
			withoutDueDate: counted(held.unknown),
			decisionsInTime: counted(decisions.inTime),
			decisionsLate: counted(decisions.late),
			decisionsOverdue: counted(decisions.overdue),
			recordsInTime: counted(records.inTime),
			recordsLate: counted(records.late),
			recordsOverdue: counted(records.overdue)
		})
		.from(days)
		.crossJoin(meetings)
		.where(and(on, ...heldIn(queries, period, kinds)))
		.groupBy(meetings.kind, month);
	return new Map(
		kinds.map((kind) => [
			kind,
			new Map(
				rows
					.filter((row) => row.kind === kind)
					.map((row) => [
						row.month,
						{
							held: row.held,
							inTime: row.inTime,
							withoutDueDate: row.withoutDueDate,
							decisions: {
								due: row.decisionsInTime + row.decisionsLate,
								inTime: row.decisionsInTime
							},
							records: { due: row.recordsInTime + row.recordsLate, inTime: row.recordsInTime },
							overdue: { decisions: row.decisionsOverdue, records: row.recordsOverdue }
						}
					])
			)
		])
	);
}

/** The months of one kind. */
export const heldOf = (by: HeldByMonth, kind: MeetingKind): ReadonlyMap<string, HeldMonth> =>
	by.get(kind) ?? new Map<string, HeldMonth>();
