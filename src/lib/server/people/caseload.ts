import { and, count, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { actsFor, type StaffActor } from '../access.ts';
import type { Queries } from '../db/database.ts';

/**
 * Everybody an officer or a social worker works with: allocated to them or to whom they cover, or at a meeting they chair
 * that is not over.
 */
export async function caseloadOf(queries: Queries, actor: StaffActor): Promise<string[]> {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const acting = actsFor(actor);
	const allocated = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(or(inArray(youngPeople.officerId, acting), eq(youngPeople.socialWorkerId, actor.id)));
	const chaired = await queries
		.selectDistinct({ id: meetingYoungPeople.youngPersonId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.where(
			and(inArray(meetings.chairId, acting), isNull(meetings.heldOn), isNull(meetings.cancelledAt))
		);
	return [...new Set([...allocated, ...chaired].map(({ id }) => id))];
}

/** A page of all the council's young people, the newest first: names are sealed, so only what is shown is opened. */
export async function pageOfEverybody(
	queries: Queries,
	page: number,
	size: number
): Promise<{ ids: string[]; total: number }> {
	const { youngPeople } = queries.tables;
	const [counted] = await queries.select({ total: count() }).from(youngPeople);
	const rows = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.orderBy(desc(youngPeople.createdAt), youngPeople.id)
		.limit(size)
		.offset((page - 1) * size);
	return { ids: rows.map(({ id }) => id), total: Number(counted?.total ?? 0) };
}

/** Everybody of that exact name. */
export async function idsOfName(queries: Queries, nameIndex: string): Promise<string[]> {
	const { youngPeople } = queries.tables;
	const rows = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(eq(youngPeople.nameIndex, nameIndex))
		.limit(100);
	return rows.map(({ id }) => id);
}
