import { and, eq, isNull } from 'drizzle-orm';
import { demand, demandSignedIn, rolesOf, type Actor, type Standing } from '../access.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';

/** A statement's row with who may stand to it how. */
export interface Found {
	readonly row: StatementRow;
	readonly keyId: string;
	/** Chair of the meeting it is linked to; while it waits, the young person's allocated officer. */
	readonly chairId: string | null;
	readonly standings: readonly Standing[];
}

export type StatementRow = Queries['tables']['statements']['$inferSelect'];

/**
 * Finds a statement, and every way the actor stands to it. The chair is whoever chairs its meeting now: a reallocation
 * gives the new chair everything and the old one nothing.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function findStatement(
	queries: Queries,
	actor: Actor,
	statementId: string
): Promise<Found> {
	demandSignedIn(actor);
	if (!isId(statementId)) throw notFound();
	const { statements, statementLinks, statementAudience, meetings, youngPeople } = queries.tables;
	const [found] = await queries
		.select({
			row: statements,
			keyId: youngPeople.keyId,
			officerId: youngPeople.officerId,
			meetingChairId: meetings.chairId,
			tickedId: statementAudience.staffId
		})
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.leftJoin(
			statementLinks,
			and(eq(statementLinks.statementId, statements.id), isNull(statementLinks.endedAt))
		)
		.leftJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.leftJoin(
			statementAudience,
			and(
				eq(statementAudience.statementId, statements.id),
				eq(statementAudience.staffId, actor.kind === 'staff' ? actor.id : '')
			)
		)
		.where(eq(statements.id, statementId));
	if (!found) throw notFound();

	const { row, keyId, officerId, meetingChairId, tickedId } = found;
	const chairId = meetingChairId ?? officerId;
	const standings = rolesOf(actor);
	if (actor.kind === 'young_person' && actor.id === row.youngPersonId) standings.push('self');
	if (actor.kind === 'staff' && actor.id === chairId) standings.push('chair');
	if (tickedId !== null) standings.push('named');
	return { row, keyId, chairId, standings };
}

/**
 * Lets somebody at one answer of a statement, or at a picture in it.
 * @throws Refusal `not_found`
 */
export async function demandReading(
	queries: Queries,
	actor: Actor,
	of: { readonly statementId: string; readonly questionId: string }
): Promise<void> {
	const { statementAnswers } = queries.tables;
	const { standings } = await findStatement(queries, actor, of.statementId);
	const [answer] = await queries
		.select({ chairOnly: statementAnswers.chairOnly })
		.from(statementAnswers)
		.where(
			and(
				eq(statementAnswers.statementId, of.statementId),
				eq(statementAnswers.questionId, of.questionId)
			)
		);
	if (!answer) throw notFound();
	demand('statement.read', standings);
	if (answer.chairOnly === 1) demand('statement.read_kept_for_chair', standings);
}
