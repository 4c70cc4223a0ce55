import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { findMeeting, type FoundMeeting } from '../meetings/standings.ts';
import type { Place } from './asking.ts';

/**
 * A meeting as the actor stands to it, and one of its young people whom they may know of there.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function findPlace(
	core: Core,
	queries: Queries,
	actor: Actor,
	{ meetingId, youngPersonId }: Place
): Promise<{ readonly found: FoundMeeting; readonly place: Place }> {
	const found = await findMeeting(core, queries, actor, meetingId);
	if (!found.youngPersonIds.includes(youngPersonId)) throw notFound();
	return { found, place: { meetingId: found.row.id, youngPersonId } };
}
