import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Answer, Answers } from '../../forms/answers.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { inChunks } from '../db/in-chunks.ts';
import { answerPlace } from '../statements/places.ts';

/** One statement of a form, by what was answered in it. */
export interface SentBefore {
	readonly statementId: string;
	readonly sentAt: number;
	readonly answers: Answers;
}

/**
 * Everything this young person sent of one form and did not take back, oldest first. Adds no audit row: whoever asks
 * knows what it is for.
 */
export async function sentBefore(
	core: Core,
	queries: Queries,
	of: { readonly youngPersonId: string; readonly formId: string }
): Promise<SentBefore[]> {
	const { statements, statementAnswers, youngPeople } = queries.tables;
	const sent = await queries
		.select({ id: statements.id, sentAt: statements.sentAt, keyId: youngPeople.keyId })
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.where(
			and(
				eq(statements.youngPersonId, of.youngPersonId),
				eq(statements.formId, of.formId),
				isNull(statements.takenBackAt)
			)
		)
		.orderBy(asc(statements.sentAt), asc(statements.id));
	const keyId = sent[0]?.keyId;
	if (keyId === undefined) return [];
	const keys = await core.vault.unlock(queries, [keyId]);
	const rows = await inChunks(
		sent.map(({ id }) => id),
		(ids) =>
			queries.select().from(statementAnswers).where(inArray(statementAnswers.statementId, ids))
	);
	return sent.map(({ id, sentAt }) => ({
		statementId: id,
		sentAt,
		answers: Object.fromEntries(
			rows
				.filter(({ statementId }) => statementId === id)
				.map(({ questionId, answerSealed }) => [
					questionId,
					keys.openJson<Answer>(keyId, answerPlace(id, questionId), answerSealed)
				])
		)
	}));
}
