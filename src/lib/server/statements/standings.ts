import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Standing } from '../access-table.ts';
import { actsFor, demand, demandSignedIn, may, rolesOf, selfOf, type Actor } from '../access.ts';
import type { Queries } from '../db/database.ts';
import { inChunks } from '../db/in-chunks.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { handledBy } from '../requests/standings.ts';

/** A statement's row with who may stand to it how. */
export interface Found {
	readonly row: StatementRow;
	readonly keyId: string;
	/**
	 * Who gets it first, where that is one person: the chair of its meeting, or while it waits the allocated officer; or
	 * the social worker. Null for a request: everybody who handles its kind.
	 */
	readonly firstReaderId: string | null;
	readonly standings: readonly Standing[];
}

export type StatementRow = Queries['tables']['statements']['$inferSelect'];

/**
 * Finds a statement, and every way the actor stands to it. The chair is whoever chairs its meeting now: a reallocation
 * gives the new chair everything and the old one nothing. One that was taken back is nobody's any more.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function findStatement(
	queries: Queries,
	actor: Actor,
	statementId: string
): Promise<Found> {
	demandSignedIn(actor);
	if (!isId(statementId)) throw notFound();
	const [found] = await findAll(queries, actor, [statementId]);
	if (!found) throw notFound();
	return found;
}

/** Those of these statements that a member of staff may open, for lists that lead to them. */
export async function readableStatements(
	queries: Queries,
	actor: Actor,
	statementIds: readonly string[]
): Promise<Set<string>> {
	const found = await findAll(queries, actor, statementIds);
	return new Set(
		found.filter(({ standings }) => may('statement.read', standings)).map(({ row }) => row.id)
	);
}

async function findAll(
	queries: Queries,
	actor: Actor,
	statementIds: readonly string[]
): Promise<Found[]> {
	const { statements, statementLinks, statementAudience, statementBarred, meetings, youngPeople } =
		queries.tables;
	const staffId = actor.kind === 'staff' ? actor.id : '';
	const rows = await inChunks(statementIds, (chunk) =>
		queries
			.select({
				row: statements,
				keyId: youngPeople.keyId,
				officerId: youngPeople.officerId,
				socialWorkerId: youngPeople.socialWorkerId,
				meetingChairId: meetings.chairId,
				tickedId: statementAudience.staffId,
				barredId: statementBarred.staffId
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
					eq(statementAudience.staffId, staffId)
				)
			)
			.leftJoin(
				statementBarred,
				and(eq(statementBarred.statementId, statements.id), eq(statementBarred.staffId, staffId))
			)
			.where(and(inArray(statements.id, chunk), isNull(statements.takenBackAt)))
	);
	const acting = actor.kind === 'staff' ? actsFor(actor) : [];
	const handled = await handledStatements(queries, actor, rows);
	return rows.map(
		({ row, keyId, officerId, socialWorkerId, meetingChairId, tickedId, barredId }) => {
			const firstReaderId = {
				handler: null,
				worker: socialWorkerId,
				chair: meetingChairId ?? officerId
			}[goesToOf(row.goesTo)];
			const found = { row, keyId, firstReaderId };
			const standings = rolesOf(actor);
			if (actor.id === row.youngPersonId) standings.push(...selfOf(actor));
			if (actor.kind !== 'staff') return { ...found, standings };
			// Whatever else they are: the person complained about has no way in.
			if (barredId !== null) return { ...found, standings: [] };
			// Cover is for an officer’s work: what went to a social worker stays theirs.
			if (row.goesTo === 'worker') {
				if (actor.id === firstReaderId) standings.push('recipient');
			} else if (acting.includes(firstReaderId ?? '')) standings.push('chair');
			if (handled.has(row.id)) standings.push('recipient');
			if (tickedId !== null) standings.push('named');
			return { ...found, standings };
		}
	);
}

/** Those of them that made a request which is the actor's to handle. */
async function handledStatements(
	queries: Queries,
	actor: Actor,
	rows: readonly { readonly row: StatementRow }[]
): Promise<Set<string>> {
	if (actor.kind !== 'staff') return new Set();
	const { requests } = queries.tables;
	const asked = rows.filter(({ row }) => row.goesTo === 'handler').map(({ row }) => row.id);
	if (asked.length === 0) return new Set();
	const theirs = await handledBy(queries, actor);
	const made = await inChunks(asked, (chunk) =>
		queries
			.select({ statementId: requests.statementId })
			.from(requests)
			.where(and(inArray(requests.statementId, chunk), theirs))
	);
	return new Set(made.flatMap(({ statementId }) => statementId ?? []));
}

/** Who gets it first, as it stands in the row. */
export const goesToOf = (column: string): 'chair' | 'worker' | 'handler' =>
	column === 'worker' || column === 'handler' ? column : 'chair';

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
