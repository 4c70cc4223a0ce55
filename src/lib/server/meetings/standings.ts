import { and, eq } from 'drizzle-orm';
import type { Standing } from '../access-table.ts';
import { actsFor, demandSignedIn, rolesOf, selfOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';

export type MeetingsRow = Queries['tables']['meetings']['$inferSelect'];

/** A meeting, and every way the actor stands to it. */
export interface FoundMeeting {
	readonly row: MeetingsRow;
	/**
	 * Those of its young people whom the actor may know of here, in a fixed order: all of them for its chair, for a
	 * manager and for the operator; for others those they are officer or worker of, or themselves.
	 */
	readonly youngPersonIds: readonly string[];
	readonly standings: readonly Standing[];
}

/**
 * Finds a meeting. `chair` is who chairs it now, before and after it is held, or who covers for them; while nobody is
 * named, the allocated officer, for their own young people. `officer` and `worker` are of one of its young people, and
 * see no other. Whoever asks must still be let through by the access table.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function findMeeting(
	_core: Core,
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<FoundMeeting> {
	demandSignedIn(actor);
	if (!isId(meetingId)) throw notFound();
	const { meetings, meetingYoungPeople, meetingGuests, youngPeople } = queries.tables;
	const [row] = await queries.select().from(meetings).where(eq(meetings.id, meetingId));
	if (!row) throw notFound();
	const people = await queries
		.select({
			id: youngPeople.id,
			officerId: youngPeople.officerId,
			socialWorkerId: youngPeople.socialWorkerId
		})
		.from(meetingYoungPeople)
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(eq(meetingYoungPeople.meetingId, meetingId))
		.orderBy(youngPeople.id);
	const all = people.map(({ id }) => id);
	if (actor.kind === 'operator') return { row, youngPersonIds: all, standings: rolesOf(actor) };
	if (actor.kind !== 'staff') {
		const own = all.filter((id) => id === actor.id);
		return { row, youngPersonIds: own, standings: own.length > 0 ? selfOf(actor) : [] };
	}

	const acting = actsFor(actor);
	const officerOf = people.filter(({ officerId }) => acting.includes(officerId ?? ''));
	const workerOf = people.filter(({ socialWorkerId }) => socialWorkerId === actor.id);
	const chairs = row.chairId === null ? officerOf.length > 0 : acting.includes(row.chairId);
	const [invited] = await queries
		.select({ staffId: meetingGuests.staffId })
		.from(meetingGuests)
		.where(and(eq(meetingGuests.meetingId, meetingId), eq(meetingGuests.staffId, actor.id)));

	const standings = rolesOf(actor);
	if (chairs) standings.push('chair');
	if (officerOf.length > 0) standings.push('officer');
	if (workerOf.length > 0) standings.push('worker');
	if (invited) standings.push('guest');
	const knowsAll = (chairs && row.chairId !== null) || actor.roles.includes('manager');
	const theirs = new Set([...officerOf, ...workerOf].map(({ id }) => id));
	return { row, youngPersonIds: all.filter((id) => knowsAll || theirs.has(id)), standings };
}
