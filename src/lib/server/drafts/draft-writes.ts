import { and, eq } from 'drizzle-orm';
import type { Answer } from '../../forms/answers.ts';
import type { Tx } from '../db/database.ts';
import {
	draftAnswerPlace,
	type Author,
	type DraftContents,
	type DraftValue
} from './draft-contents.ts';

export interface AnswerWrite {
	readonly questionId: string;
	readonly answer: Answer;
	/** Of a skipped one: what stood there. */
	readonly kept?: Answer;
}

export interface WriteContext {
	readonly author: Author;
	readonly draft: DraftContents;
	readonly now: number;
}

export async function writeAnswer(
	tx: Tx,
	{ author, draft, now }: WriteContext,
	{ questionId, answer, kept }: AnswerWrite,
	by: {
		readonly language: string;
		readonly pageToken: string;
		readonly turn: number;
		/** Left as it was where the words are: a picture added does not make a page with the same words stale. */
		readonly updatedAt?: number | undefined;
	}
): Promise<void> {
	const { draftAnswers } = tx.tables;
	const value: DraftValue = {
		answer,
		...(kept ? { kept } : {}),
		page: by.pageToken,
		turn: by.turn
	};
	const place = draftAnswerPlace(draft.draftId, questionId);
	const row = {
		answerSealed: author.keyring.sealJson(author.keyId, place, value),
		language: by.language,
		face: draft.face,
		// Never the same twice, or a stale page could pass for a fresh one.
		updatedAt: by.updatedAt ?? Math.max(now, (draft.answers[questionId]?.updatedAt ?? 0) + 1)
	};
	await tx
		.insert(draftAnswers)
		.values({ draftId: draft.draftId, questionId, chairOnly: 0, ...row })
		.onConflictDoUpdate({ target: [draftAnswers.draftId, draftAnswers.questionId], set: row });
}

export async function setChairOnly(
	tx: Tx,
	draft: Pick<DraftContents, 'draftId'>,
	questionIds: readonly string[],
	chairOnly: boolean
): Promise<void> {
	const { draftAnswers } = tx.tables;
	for (const questionId of questionIds)
		await tx
			.update(draftAnswers)
			.set({ chairOnly: chairOnly ? 1 : 0 })
			.where(and(eq(draftAnswers.draftId, draft.draftId), eq(draftAnswers.questionId, questionId)));
}
