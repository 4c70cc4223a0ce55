import { and, inArray, isNotNull, or } from 'drizzle-orm';
import { actsFor, may, rolesOf, type Actor } from '../access.ts';
import type { Queries } from '../db/database.ts';
import { inChunks } from '../db/in-chunks.ts';

/** Which page of a meeting somebody may open: their own meeting, or the decisions that managers are sent. */
export type OpenTo = 'meeting' | 'decisions';

/**
 * Which of these meetings somebody may open, and as what; those that they may not are not in it. Nothing of a meeting
 * is told: its page asks again.
 */
export async function meetingsOpenTo(
	queries: Queries,
	actor: Actor,
	meetingIds: readonly string[]
): Promise<Map<string, OpenTo>> {
	const ids = [...new Set(meetingIds)];
	const { meetings, meetingOutcomes } = queries.tables;
	const sent = may('decisions.agree', rolesOf(actor))
		? await inChunks(ids, (chunk) =>
				queries
					.select({ id: meetingOutcomes.meetingId })
					.from(meetingOutcomes)
					.where(
						and(
							inArray(meetingOutcomes.meetingId, chunk),
							or(isNotNull(meetingOutcomes.decisionsSentAt), isNotNull(meetingOutcomes.finalAt))
						)
					)
			)
		: [];
	const chaired =
		actor.kind === 'staff'
			? await inChunks(ids, (chunk) =>
					queries
						.select({ id: meetings.id })
						.from(meetings)
						.where(and(inArray(meetings.id, chunk), inArray(meetings.chairId, [...actsFor(actor)])))
				)
			: [];
	return new Map([
		...sent.map(({ id }) => [id, 'decisions'] as const),
		...chaired.map(({ id }) => [id, 'meeting'] as const)
	]);
}
