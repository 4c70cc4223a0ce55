import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Answer } from '../../forms/answers.ts';
import { FORMS } from '../../forms/catalogue/forms.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { answerPlace } from '../statements/places.ts';

/** How a promise went, as the young person it was made to says. */
export const SAID = ['done', 'started', 'not_done', 'dont_know'] as const;
export type Said = (typeof SAID)[number];

export interface SaidOfPromise {
	readonly said: Said;
	readonly statementId: string;
	readonly sentAt: number;
	/** Said to the chair alone: nobody else is told. */
	readonly forChair: boolean;
}

const ASKED = FORMS.flatMap(({ id: formId, pages }) =>
	pages.flatMap(({ questions }) =>
		questions.flatMap(({ id, type }) => (type === 'promises' ? [{ formId, questionId: id }] : []))
	)
);

/** What these young people said of promises in what they sent, by promise: the last time counts. */
export async function saidOfPromises(
	core: Core,
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Map<string, SaidOfPromise>> {
	const { statements, statementAnswers, youngPeople } = queries.tables;
	const rows = await inChunks(youngPersonIds, (chunk) =>
		queries
			.select({
				statementId: statements.id,
				formId: statements.formId,
				sentAt: statements.sentAt,
				keyId: youngPeople.keyId,
				questionId: statementAnswers.questionId,
				sealed: statementAnswers.answerSealed,
				chairOnly: statementAnswers.chairOnly
			})
			.from(statementAnswers)
			.innerJoin(statements, eq(statements.id, statementAnswers.statementId))
			.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
			.where(
				and(
					inArray(statements.youngPersonId, chunk),
					isNull(statements.takenBackAt),
					inArray(statements.formId, [...new Set(ASKED.map(({ formId }) => formId))]),
					inArray(statementAnswers.questionId, [
						...new Set(ASKED.map(({ questionId }) => questionId))
					])
				)
			)
			.orderBy(asc(statements.sentAt), asc(statements.id))
	);
	const asked = rows.filter((row) =>
		ASKED.some(({ formId, questionId }) => formId === row.formId && questionId === row.questionId)
	);
	const keys = await core.vault.unlock(
		queries,
		asked.map(({ keyId }) => keyId)
	);
	const found = new Map<string, SaidOfPromise>();
	for (const { statementId, questionId, keyId, sealed, sentAt, chairOnly } of asked) {
		const answer = keys.openJson<Answer>(keyId, answerPlace(statementId, questionId), sealed);
		if (answer.kind !== 'promises') continue;
		for (const [id, choice] of Object.entries(answer.promises)) {
			const said = SAID.find((known) => known === choice);
			if (said) found.set(id, { said, statementId, sentAt, forChair: chairOnly === 1 });
		}
	}
	return found;
}
