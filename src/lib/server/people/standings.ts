import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Standing } from '../access-table.ts';
import { actsFor, rolesOf, selfOf, type Actor } from '../access.ts';
import type { Queries } from '../db/database.ts';

/**
 * Every way the actor stands to a young person, their roles included; `officer` is the allocated officer or who chairs a
 * meeting of theirs that is neither held nor cancelled, or who covers for them; `worker` their social worker or adviser.
 * For a young person who is not there: the roles alone.
 */
export async function standingsTowards(
	queries: Queries,
	actor: Actor,
	youngPersonId: string
): Promise<Standing[]> {
	const standings = rolesOf(actor);
	if (actor.id === youngPersonId) standings.push(...selfOf(actor));
	if (actor.kind === 'staff' && (await isOfficer(queries, actsFor(actor), youngPersonId)))
		standings.push('officer');
	if (actor.kind === 'staff' && (await isWorker(queries, actor.id, youngPersonId)))
		standings.push('worker');
	return standings;
}

async function isWorker(queries: Queries, staffId: string, youngPersonId: string) {
	const { youngPeople } = queries.tables;
	const [found] = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(and(eq(youngPeople.id, youngPersonId), eq(youngPeople.socialWorkerId, staffId)))
		.limit(1);
	return found !== undefined;
}

async function isOfficer(queries: Queries, officerIds: readonly string[], youngPersonId: string) {
	const { youngPeople } = queries.tables;
	const [allocated] = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(and(eq(youngPeople.id, youngPersonId), inArray(youngPeople.officerId, officerIds)))
		.limit(1);
	if (allocated) return true;

	const { meetings, meetingYoungPeople } = queries.tables;
	const [chaired] = await queries
		.select({ id: meetings.id })
		.from(meetingYoungPeople)
		.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
		.where(
			and(
				eq(meetingYoungPeople.youngPersonId, youngPersonId),
				inArray(meetings.chairId, officerIds),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			)
		)
		.limit(1);
	return chaired !== undefined;
}
