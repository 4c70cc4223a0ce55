import { and, count, desc, eq, isNull, or } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';

/** Everybody an officer or a social worker works with: allocated to them, or at a meeting they chair that is not over. */
export async function caseloadOf(queries: Queries, staffId: string): Promise<string[]> {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const allocated = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(or(eq(youngPeople.officerId, staffId), eq(youngPeople.socialWorkerId, staffId)));
	const chaired = await queries
		.selectDistinct({ id: meetingYoungPeople.youngPersonId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.where(
			and(eq(meetings.chairId, staffId), isNull(meetings.heldOn), isNull(meetings.cancelledAt))
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
