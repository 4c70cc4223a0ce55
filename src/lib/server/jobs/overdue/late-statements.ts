import { and, eq, gt, inArray, isNull, min, notInArray } from 'drizzle-orm';
import { londonDate } from '../../../language/dates.ts';
import { endOfDay } from '../../../meetings/clocks.ts';
import type { Limits } from '../../../meetings/limits.ts';
import {
	addWorkingDays,
	workingDaysBetween,
	type ExtraDays
} from '../../../meetings/working-days.ts';
import { inChunks } from '../../db/in-chunks.ts';
import type { Queries } from '../../db/database.ts';
import type { Late } from './raise.ts';

interface At {
	readonly now: number;
	readonly limits: Limits;
	readonly extraDays: ExtraDays;
}

const DAY = 86_400_000;
/** No limit is set longer: what is older was late before. */
const LOOKS_BACK_MS = 120 * DAY;

/** Nobody has opened it, and its meeting is near. */
export async function unopenedStatements(
	queries: Queries,
	{ now, limits, extraDays }: At
): Promise<Late[]> {
	const { statements, statementLinks, meetings, youngPeople } = queries.tables;
	const rows = await queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			meetingId: meetings.id,
			scheduledAt: meetings.scheduledAt,
			chairId: meetings.chairId,
			officerId: youngPeople.officerId
		})
		.from(statementLinks)
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.innerJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.where(
			and(
				isNull(statementLinks.endedAt),
				isNull(statements.takenBackAt),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt),
				gt(meetings.scheduledAt, now),
				notInArray(statements.id, openedByChair(queries))
			)
		);
	const near = rows.filter(
		({ scheduledAt }) =>
			scheduledAt !== null &&
			workingDaysBetween(londonDate(now), londonDate(scheduledAt), extraDays) <= limits.unopened
	);
	const barred = await barredBy(queries, near);
	return near.map(({ id, youngPersonId, meetingId, scheduledAt, chairId, officerId }) => ({
		key: `statement_unopened|${id}|${meetingId}|${londonDate(scheduledAt ?? now)}`,
		kind: 'statement_unopened',
		lateSince: now,
		first: firstOf(chairId, officerId),
		barred: barred(id),
		managers: true,
		youngPerson: 'unopened_told',
		about: youngPersonId,
		statementId: id,
		meetingId
	}));
}

/** Opened by its chair, and never answered. What its meeting is over about was answered there. */
export async function unansweredStatements(
	queries: Queries,
	{ now, limits, extraDays }: At
): Promise<Late[]> {
	const { statements, statementOpenings, statementLinks, meetings, youngPeople } = queries.tables;
	const rows = await queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			officerId: youngPeople.officerId,
			chairId: min(meetings.chairId),
			openedAt: min(statementOpenings.openedAt)
		})
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.innerJoin(
			statementOpenings,
			and(eq(statementOpenings.statementId, statements.id), eq(statementOpenings.asChair, 1))
		)
		.leftJoin(
			statementLinks,
			and(eq(statementLinks.statementId, statements.id), isNull(statementLinks.endedAt))
		)
		.leftJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.where(
			and(
				inArray(statements.state, ['linked', 'delivered']),
				eq(statements.goesTo, 'chair'),
				isNull(statements.takenBackAt),
				gt(statements.sentAt, now - LOOKS_BACK_MS),
				isNull(statements.repliedAt)
			)
		)
		.groupBy(statements.id, statements.youngPersonId, youngPeople.officerId);
	const late = rows.flatMap((row) => {
		const openedOn = londonDate(row.openedAt ?? now);
		const dueAt = endOfDay(addWorkingDays(openedOn, limits.reply, extraDays));
		return now > dueAt ? [{ ...row, dueAt }] : [];
	});
	const barred = await barredBy(queries, late);
	return late.map(({ id, youngPersonId, chairId, officerId, dueAt }) => ({
		key: `statement_unanswered|${id}`,
		kind: 'statement_unanswered',
		lateSince: dueAt,
		first: firstOf(chairId, officerId),
		barred: barred(id),
		managers: false,
		about: youngPersonId,
		statementId: id
	}));
}

function openedByChair(queries: Queries) {
	const { statementOpenings } = queries.tables;
	return queries
		.select({ id: statementOpenings.statementId })
		.from(statementOpenings)
		.where(eq(statementOpenings.asChair, 1));
}

const firstOf = (chairId: string | null, officerId: string | null): string[] => {
	const id = chairId ?? officerId;
	return id === null ? [] : [id];
};

async function barredBy(queries: Queries, of: readonly { readonly id: string }[]) {
	const { statementBarred } = queries.tables;
	const rows = await inChunks(
		of.map(({ id }) => id),
		(chunk) =>
			queries.select().from(statementBarred).where(inArray(statementBarred.statementId, chunk))
	);
	return (id: string): ReadonlySet<string> =>
		new Set(rows.filter(({ statementId }) => statementId === id).map(({ staffId }) => staffId));
}
