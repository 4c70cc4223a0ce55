import { asc, eq, inArray, max } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Keyring } from '../vault/vault.ts';
import { additionPlace } from './places.ts';
import type { AdditionView } from './views.ts';

/** When its author last wrote more to each of these statements. */
export async function lastAdditions(
	queries: Queries,
	statementIds: readonly string[]
): Promise<Map<string, number>> {
	const { statementAdditions } = queries.tables;
	const rows = await inChunks(statementIds, (chunk) =>
		queries
			.select({ id: statementAdditions.statementId, at: max(statementAdditions.addedAt) })
			.from(statementAdditions)
			.where(inArray(statementAdditions.statementId, chunk))
			.groupBy(statementAdditions.statementId)
	);
	return new Map(rows.map(({ id, at }) => [id, at ?? 0]));
}

/** What its author wrote after it was sent, in order. */
export async function additionsIn(
	queries: Queries,
	statementId: string,
	keyId: string,
	keys: Keyring
): Promise<AdditionView[]> {
	const { statementAdditions } = queries.tables;
	const rows = await queries
		.select()
		.from(statementAdditions)
		.where(eq(statementAdditions.statementId, statementId))
		.orderBy(asc(statementAdditions.addedAt), asc(statementAdditions.id));
	return rows.map(({ id, wordsSealed, language, addedAt }) => ({
		id,
		words: keys.openText(keyId, additionPlace(id), wordsSealed),
		language,
		addedAt
	}));
}
