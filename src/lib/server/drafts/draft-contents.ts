import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Answer, Answers } from '../../forms/answers.ts';
import { FACES, type Face } from '../../forms/definition.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import type { Keyring, Place } from '../vault/vault.ts';

/** Everything a draft holds, unsealed. */
export interface DraftContents {
	readonly draftId: string;
	readonly formId: string;
	readonly formVersion: number;
	/** Made with the draft: a statement is sent once for it, however often it is asked. */
	readonly sendKey: string;
	readonly language: string;
	readonly face: Face;
	readonly lastPage: string | null;
	readonly updatedAt: number;
	readonly answers: Readonly<Record<string, DraftAnswer>>;
	/** Every picture of the draft, also of answers that are not sent. */
	readonly pictureIds: readonly string[];
}

export interface DraftAnswer extends DraftValue {
	readonly chairOnly: boolean;
	readonly language: string;
	readonly updatedAt: number;
}

/** What is sealed in `draft_answers.answer_sealed`. */
export interface DraftValue {
	readonly answer: Answer;
	/** What stood there when it was skipped: not sent, and back on the page when they come back to it. */
	readonly kept?: Answer;
	/** The page it was last written from, and how many times that page had written. */
	readonly page: string;
	readonly turn: number;
}

/** Whose key the words are under. */
export interface Author {
	readonly youngPersonId: string;
	readonly keyId: string;
	readonly keyring: Keyring;
}

export const draftAnswerPlace = (draftId: string, questionId: string): Place => ({
	table: 'draft_answers',
	row: `${draftId}/${questionId}`,
	column: 'answer'
});

/** @returns null when there is no such young person */
export async function authorOf(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<Author | null> {
	const { youngPeople } = queries.tables;
	const [row] = await queries
		.select({ keyId: youngPeople.keyId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	if (!row) return null;
	const keyring = await core.vault.unlock(queries, [row.keyId]);
	return { youngPersonId, keyId: row.keyId, keyring };
}

/** The open draft of this form and young person, or null. Adds no audit row: whoever asks knows what it is for. */
export async function readDraft(
	core: Core,
	queries: Queries,
	of: { readonly youngPersonId: string; readonly formId: string }
): Promise<DraftContents | null> {
	const { drafts, draftAnswers, pictures } = queries.tables;
	const [draft] = await queries
		.select()
		.from(drafts)
		.where(and(eq(drafts.youngPersonId, of.youngPersonId), eq(drafts.formId, of.formId)));
	if (!draft) return null;
	const author = await authorOf(core, queries, of.youngPersonId);
	if (!author) return null;

	const rows = await queries.select().from(draftAnswers).where(eq(draftAnswers.draftId, draft.id));
	const kept = await queries
		.select({ id: pictures.id })
		.from(pictures)
		.where(eq(pictures.draftId, draft.id))
		.orderBy(asc(pictures.createdAt), asc(pictures.id));
	return {
		draftId: draft.id,
		formId: draft.formId,
		formVersion: draft.formVersion,
		sendKey: draft.sendKey,
		language: draft.language,
		face: faceOf(draft.face),
		lastPage: draft.lastPage,
		updatedAt: draft.updatedAt,
		answers: Object.fromEntries(
			rows.map((row) => {
				const place = draftAnswerPlace(draft.id, row.questionId);
				const value = author.keyring.openJson<DraftValue>(author.keyId, place, row.answerSealed);
				const { language, updatedAt } = row;
				return [row.questionId, { ...value, chairOnly: row.chairOnly === 1, language, updatedAt }];
			})
		),
		pictureIds: kept.map(({ id }) => id)
	};
}

/** The answers alone, as the form language takes them. */
export function answersOf(contents: Pick<DraftContents, 'answers'>): Answers {
	return Object.fromEntries(
		Object.entries(contents.answers).map(([id, { answer }]) => [id, answer])
	);
}

/** Deletes a draft with everything in it, but for pictures that went with a statement. */
export async function deleteDraft(tx: Tx, draftId: string): Promise<void> {
	const { drafts, draftAnswers, pictures } = tx.tables;
	await tx.delete(pictures).where(and(eq(pictures.draftId, draftId), isNull(pictures.statementId)));
	await tx.update(pictures).set({ draftId: null }).where(eq(pictures.draftId, draftId));
	await tx.delete(draftAnswers).where(eq(draftAnswers.draftId, draftId));
	await tx.delete(drafts).where(eq(drafts.id, draftId));
}

export const faceOf = (stored: string): Face => FACES.find((face) => face === stored) ?? 'standard';
