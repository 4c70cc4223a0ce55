import { and, eq, isNull } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';
import { onDutyAt } from '../duty/turns.ts';
import { staffOfRole } from '../people/staff-of-role.ts';
import { whoActsFor } from '../people/who-acts.ts';
import { barredFrom } from '../statements/barred.ts';

/** Whom an alert is about, and what it came with. */
export interface Alerted {
	readonly youngPersonId: string;
	readonly statementId: string | null;
}

/** Some who are told at once. */
export interface Told {
	readonly staffIds: readonly string[];
	/** Those who may see and take it; else administrators, who learn that it is there and put somebody on duty. */
	readonly mayTake: boolean;
}

/**
 * Who is told of an alert, one after the other: who is on duty, the young person's officer or whoever covers them, the
 * managers. Where nobody manages, the administrators. Never whom the statement is locked from, and nobody who left. Where
 * somebody in the line is missing, the next comes at once: it is never empty while there is anybody to tell.
 */
export async function lineOf(queries: Queries, alert: Alerted, now: number): Promise<Told[]> {
	const barred = await barredOf(queries, alert);
	const free = (staffIds: readonly string[]) => staffIds.filter((id) => !barred.has(id));
	const managers = free(await staffOfRole(queries, 'manager'));
	const line: Told[] = [
		{ staffIds: free(await onDutyAt(queries, now)), mayTake: true },
		{ staffIds: await officersOf(queries, alert.youngPersonId, free, now), mayTake: true },
		managers.length > 0
			? { staffIds: managers, mayTake: true }
			: { staffIds: free(await staffOfRole(queries, 'admin')), mayTake: false }
	];
	return line.filter(({ staffIds }) => staffIds.length > 0);
}

/** Who is on duty now and may know of it. */
export async function onDutyFor(queries: Queries, alert: Alerted, now: number): Promise<string[]> {
	const barred = await barredOf(queries, alert);
	return (await onDutyAt(queries, now)).filter((id) => !barred.has(id));
}

async function barredOf(queries: Queries, { statementId }: Alerted): Promise<Set<string>> {
	return statementId === null ? new Set() : barredFrom(queries, statementId);
}

/** Their officer; where there is none who may know, whoever chairs a meeting of theirs to come. Each as they are covered today. */
async function officersOf(
	queries: Queries,
	youngPersonId: string,
	free: (staffIds: readonly string[]) => string[],
	now: number
): Promise<string[]> {
	const { youngPeople, meetings, meetingYoungPeople } = queries.tables;
	const [person] = await queries
		.select({ officerId: youngPeople.officerId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	const officers = await whoActsFor(queries, person?.officerId ? [person.officerId] : [], now);
	if (free(officers).length > 0) return free(officers);
	const chaired = await queries
		.select({ chairId: meetings.chairId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.where(
			and(
				eq(meetingYoungPeople.youngPersonId, youngPersonId),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			)
		);
	const chairs = [...new Set(chaired.flatMap(({ chairId }) => chairId ?? []))];
	return free(await whoActsFor(queries, chairs, now));
}
