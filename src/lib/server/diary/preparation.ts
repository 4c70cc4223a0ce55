import { and, eq, inArray, isNull } from 'drizzle-orm';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';

/** What was done before a meeting for one of its young people. */
export interface Preparation {
	readonly invited: boolean;
	/** Something they sent goes to it. */
	readonly said: boolean;
	/** Somebody saw them alone, or they would rather not be. */
	readonly seenAlone: boolean;
}

export const keyOf = (meetingId: string, youngPersonId: string): string =>
	`${meetingId} ${youngPersonId}`;

/** By meeting and young person, in two queries, without opening anybody's words. */
export async function preparationsOf(
	queries: Queries,
	meetingIds: readonly string[]
): Promise<Map<string, Preparation>> {
	const { meetingYoungPeople, statementLinks, statements } = queries.tables;
	const links = await inChunks(meetingIds, (chunk) =>
		queries
			.selectDistinct({
				meetingId: statementLinks.meetingId,
				youngPersonId: statements.youngPersonId
			})
			.from(statementLinks)
			.innerJoin(statements, eq(statements.id, statementLinks.statementId))
			.where(
				and(
					inArray(statementLinks.meetingId, chunk),
					isNull(statementLinks.endedAt),
					isNull(statements.takenBackAt)
				)
			)
	);
	const said = new Set(links.map((link) => keyOf(link.meetingId, link.youngPersonId)));
	const rows = await inChunks(meetingIds, (chunk) =>
		queries
			.select({
				meetingId: meetingYoungPeople.meetingId,
				youngPersonId: meetingYoungPeople.youngPersonId,
				invitedAt: meetingYoungPeople.invitedAt,
				seenAlone: meetingYoungPeople.seenAlone
			})
			.from(meetingYoungPeople)
			.where(inArray(meetingYoungPeople.meetingId, chunk))
	);
	return new Map(
		rows.map(({ meetingId, youngPersonId, invitedAt, seenAlone }) => {
			const key = keyOf(meetingId, youngPersonId);
			return [
				key,
				{
					invited: invitedAt !== null || said.has(key),
					said: said.has(key),
					seenAlone: seenAlone === 'yes' || seenAlone === 'refused'
				}
			];
		})
	);
}
