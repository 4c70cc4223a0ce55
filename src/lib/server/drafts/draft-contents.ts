import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Answer, Answers } from '../../forms/answers.ts';
import { FACES, type Face } from '../../forms/definition.ts';
import type { YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import type { Keyring, Place } from '../vault/vault.ts';

/** Everything a draft holds, unsealed. */
export interface DraftContents {
	readonly draftId: string;
	readonly formId: string;
	readonly formVersion: number;
	/** It was begun with a helper, and made their own since. */
	readonly begunTogetherId: string | null;
	/** Made with the draft: a statement is sent once for it, however often it is asked. */
	readonly sendKey: string;
	readonly language: string;
	readonly face: Face;
	readonly lastPage: string | null;
	readonly updatedAt: number;
	readonly answers: Readonly<Record<string, DraftAnswer>>;
	/** Every picture and voice note of the draft, also of answers that are not sent. */
	readonly pictureIds: readonly string[];
	readonly soundIds: readonly string[];
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

/** Which open draft is meant: one a form, and one apart for each time somebody helps. */
export interface DraftOf {
	readonly youngPersonId: string;
	readonly formId: string;
	/** Empty for their own. */
	readonly togetherId: string;
}

export const draftOf = (actor: YoungPersonActor, formId: string): DraftOf => ({
	youngPersonId: actor.id,
	formId,
	togetherId: actor.only?.togetherId ?? ''
});

/** The open draft of this form and young person, or null. Adds no audit row: whoever asks knows what it is for. */
export async function readDraft(
	core: Core,
	queries: Queries,
	of: DraftOf
): Promise<DraftContents | null> {
	const { drafts, draftAnswers } = queries.tables;
	const [draft] = await queries
		.select()
		.from(drafts)
		.where(
			and(
				eq(drafts.youngPersonId, of.youngPersonId),
				eq(drafts.formId, of.formId),
				eq(drafts.togetherId, of.togetherId)
			)
		);
	if (!draft) return null;
	const author = await authorOf(core, queries, of.youngPersonId);
	if (!author) return null;

	const rows = await queries.select().from(draftAnswers).where(eq(draftAnswers.draftId, draft.id));
	return {
		draftId: draft.id,
		formId: draft.formId,
		formVersion: draft.formVersion,
		begunTogetherId: draft.begunTogetherId,
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
		pictureIds: await attachedTo(queries, 'pictures', draft.id),
		soundIds: await attachedTo(queries, 'sounds', draft.id)
	};
}

/** The answers alone, as the form language takes them. */
export function answersOf(contents: Pick<DraftContents, 'answers'>): Answers {
	return Object.fromEntries(
		Object.entries(contents.answers).map(([id, { answer }]) => [id, answer])
	);
}

/** What goes with words and is no words. */
export const ATTACHED = ['pictures', 'sounds'] as const;
export type Attached = (typeof ATTACHED)[number];

/**
 * Pictures or voice notes of a draft, oldest first.
 * @param questionId of this question alone
 */
export async function attachedTo(
	queries: Queries,
	kind: Attached,
	draftId: string,
	questionId?: string
): Promise<string[]> {
	const table = queries.tables[kind];
	const rows = await queries
		.select({ id: table.id })
		.from(table)
		.where(
			and(
				eq(table.draftId, draftId),
				questionId === undefined ? undefined : eq(table.questionId, questionId)
			)
		)
		.orderBy(asc(table.createdAt), asc(table.id));
	return rows.map(({ id }) => id);
}

/** Deletes a draft with everything in it, but for pictures and voice notes that went with a statement. */
export async function deleteDraft(tx: Tx, draftId: string): Promise<void> {
	const { drafts, draftAnswers } = tx.tables;
	for (const kind of ATTACHED) {
		const table = tx.tables[kind];
		await tx.delete(table).where(and(eq(table.draftId, draftId), isNull(table.statementId)));
		await tx.update(table).set({ draftId: null }).where(eq(table.draftId, draftId));
	}
	await tx.delete(draftAnswers).where(eq(draftAnswers.draftId, draftId));
	await tx.delete(drafts).where(eq(drafts.id, draftId));
}

export const faceOf = (stored: string): Face => FACES.find((face) => face === stored) ?? 'standard';
