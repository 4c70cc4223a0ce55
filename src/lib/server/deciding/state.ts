import type { Queries } from '../db/database.ts';
import type { DecisionsState } from './views.ts';

type OutcomeRow = Queries['tables']['meetingOutcomes']['$inferSelect'];
type ObjectionRow = Queries['tables']['objections']['$inferSelect'];

/** Silence agrees when the window ends, not when Sayso comes to write it down. */
export function stateOf(
	outcome: Pick<OutcomeRow, 'finalAt' | 'decisionsSentAt' | 'objectUntil'> | null,
	objections: readonly Pick<ObjectionRow, 'answeredAt'>[],
	now: number
): DecisionsState {
	if (outcome === null) return 'open';
	if (outcome.finalAt !== null) return 'final';
	if (outcome.decisionsSentAt === null) return 'open';
	if (objections.some(({ answeredAt }) => answeredAt === null)) return 'objected';
	return (outcome.objectUntil ?? now) < now ? 'final' : 'sent';
}
