import { and, eq, isNull } from 'drizzle-orm';
import { rolesOf, type Actor, type Standing } from '../access.ts';
import type { Queries } from '../db/database.ts';

/**
 * Every way the actor stands to a young person, their roles included; `officer` is the allocated officer or who chairs a
 * meeting of theirs that is neither held nor cancelled. For a young person who is not there: the roles alone.
 */
export async function standingsTowards(
	queries: Queries,
	actor: Actor,
	youngPersonId: string
): Promise<Standing[]> {
	const standings = rolesOf(actor);
	if (actor.kind === 'young_person' && actor.id === youngPersonId) standings.push('self');
	if (actor.kind === 'staff' && (await isOfficer(queries, actor.id, youngPersonId)))
		standings.push('officer');
	return standings;
}

async function isOfficer(queries: Queries, staffId: string, youngPersonId: string) {
	const { youngPeople } = queries.tables;
	const [allocated] = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(and(eq(youngPeople.id, youngPersonId), eq(youngPeople.officerId, staffId)))
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
				eq(meetings.chairId, staffId),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			)
		)
		.limit(1);
	return chaired !== undefined;
}
