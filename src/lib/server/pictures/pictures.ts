import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Answer } from '../../forms/answers.ts';
import type { Form } from '../../forms/definition.ts';
import { demand, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { authorOf, readDraft, type DraftContents } from '../drafts/draft-contents.ts';
import { picturesOf, writeAnswer } from '../drafts/draft-writes.ts';
import { conflict, invalid, notFound, signedOut } from '../errors.ts';
import type { Place } from '../vault/vault.ts';
import { cleanPicture, type CleanPicture } from './clean-picture.ts';

export const MOST_A_QUESTION = 6;
const MOST_A_DRAFT = 24;

export interface PictureSurroundings {
	formOf(id: string): Form | undefined;
	/**
	 * Lets a member of staff at a picture of a statement, as at the answer it belongs to.
	 * @throws Refusal `not_found`
	 */
	demandReading(
		queries: Queries,
		actor: Actor,
		of: { readonly statementId: string; readonly questionId: string }
	): Promise<void>;
}

export const picturePlace = (id: string): Place => ({
	table: 'pictures',
	row: id,
	column: 'bytes'
});

export type Pictures = ReturnType<typeof createPictures>;

export function createPictures(core: Core, around: PictureSurroundings) {
	const { database, audit } = core;

	function authorsForm(actor: Actor, formId: string): { form: Form; youngPersonId: string } {
		if (actor.kind === 'nobody') throw signedOut();
		demand('draft.write', actor.kind === 'young_person' ? ['self'] : []);
		const form = around.formOf(formId);
		if (!form || actor.kind !== 'young_person') throw notFound();
		return { form, youngPersonId: actor.id };
	}

	async function draftOf(queries: Queries, youngPersonId: string, form: Form) {
		const draft = await readDraft(core, queries, { youngPersonId, formId: form.id });
		if (!draft) throw conflict('draft_gone');
		return draft;
	}

	/** The answer with the pictures that are there now. What was typed stays, also under a skipped one. */
	async function rewriteAnswer(
		tx: Tx,
		draft: DraftContents,
		youngPersonId: string,
		question: { readonly id: string; readonly type: 'say' | 'star' },
		language: string
	): Promise<void> {
		const author = await authorOf(core, tx, youngPersonId);
		if (!author) throw notFound();
		const stored = draft.answers[question.id];
		const before = stored?.answer.kind === 'skipped' ? stored.kept : stored?.answer;
		const pictures = await picturesOf(tx, draft.draftId, question.id);
		await writeAnswer(
			tx,
			{ author, draft, now: core.now() },
			{ questionId: question.id, answer: withPictures(question.type, before, pictures) },
			{
				language: stored?.language ?? language,
				pageToken: stored?.page ?? '',
				turn: stored?.turn ?? 0,
				updatedAt: stored?.updatedAt
			}
		);
	}

	async function tell(
		tx: Tx,
		actor: Actor,
		action: 'picture.added' | 'picture.removed' | 'picture.opened',
		pictureId: string,
		youngPersonId: string
	): Promise<void> {
		const subject = { kind: 'picture', id: pictureId };
		await audit.record(tx, { action, actor, youngPersonId, subject });
	}

	async function bytesOf(
		tx: Tx,
		row: { readonly id: string; readonly youngPersonId: string; readonly bytesSealed: Buffer }
	): Promise<Buffer> {
		const author = await authorOf(core, tx, row.youngPersonId);
		if (!author) throw notFound();
		return author.keyring.open(author.keyId, picturePlace(row.id), row.bytesSealed);
	}

	return {
		/** Adds a photo or a drawing to an answer in words. @throws Refusal `picture_…` */
		async add(
			actor: Actor,
			input: {
				readonly formId: string;
				readonly questionId: string;
				readonly source: 'photo' | 'drawing';
				readonly language: string;
				readonly bytes: Buffer;
			}
		): Promise<string> {
			const { form, youngPersonId } = authorsForm(actor, input.formId);
			const question = questionWithPictures(form, input.questionId);
			if (!question) throw notFound();
			// Asked before the work of cleaning it, and again once it is in.
			demandRoom(await draftOf(database.read, youngPersonId, form), []);
			const clean = await cleanPicture(input.bytes);

			return database.inTransaction(async (tx) => {
				const draft = await draftOf(tx, youngPersonId, form);
				demandRoom(draft, await picturesOf(tx, draft.draftId, question.id));
				const author = await authorOf(core, tx, youngPersonId);
				if (!author) throw notFound();
				const id = randomUUID();
				await tx.insert(tx.tables.pictures).values({
					...sizes(clean),
					id,
					youngPersonId,
					draftId: draft.draftId,
					statementId: null,
					questionId: question.id,
					source: input.source,
					bytesSealed: author.keyring.seal(author.keyId, picturePlace(id), clean.bytes),
					createdAt: core.now()
				});
				await rewriteAnswer(tx, draft, youngPersonId, question, input.language);
				await tell(tx, actor, 'picture.added', id, youngPersonId);
				return id;
			});
		},

		/** Takes a picture out of a draft, for good. */
		async remove(
			actor: Actor,
			input: { readonly formId: string; readonly pictureId: string; readonly language: string }
		): Promise<void> {
			const { form, youngPersonId } = authorsForm(actor, input.formId);
			await database.inTransaction(async (tx) => {
				const { pictures } = tx.tables;
				const draft = await draftOf(tx, youngPersonId, form);
				const ofDraft = and(eq(pictures.id, input.pictureId), eq(pictures.draftId, draft.draftId));
				const [row] = await tx
					.select({ questionId: pictures.questionId })
					.from(pictures)
					.where(ofDraft);
				const question = row && questionWithPictures(form, row.questionId);
				if (!question) throw notFound();
				await tx.delete(pictures).where(ofDraft);
				await rewriteAnswer(tx, draft, youngPersonId, question, input.language);
				await tell(tx, actor, 'picture.removed', input.pictureId, youngPersonId);
			});
		},

		/** Its author looks at it. @returns WebP */
		async openOwn(actor: Actor, pictureId: string): Promise<Buffer> {
			return database.inTransaction(async (tx) => {
				const row = await rowOf(tx, pictureId);
				const own = actor.kind === 'young_person' && row?.youngPersonId === actor.id;
				demand('statement.read_own', own ? ['self'] : []);
				if (!row) throw notFound();
				await tell(tx, actor, 'picture.opened', row.id, row.youngPersonId);
				return bytesOf(tx, row);
			});
		},

		/** Somebody who may read the answer it belongs to looks at it. A draft's pictures are nobody else's. */
		async openForDesk(actor: Actor, pictureId: string): Promise<Buffer> {
			return database.inTransaction(async (tx) => {
				const row = await rowOf(tx, pictureId);
				if (!row || row.statementId === null) throw notFound();
				const { statementId, questionId } = row;
				await around.demandReading(tx, actor, { statementId, questionId });
				await tell(tx, actor, 'picture.opened', row.id, row.youngPersonId);
				return bytesOf(tx, row);
			});
		}
	};
}

async function rowOf(queries: Queries, id: string) {
	const { pictures } = queries.tables;
	const [row] = await queries.select().from(pictures).where(eq(pictures.id, id));
	return row;
}

const sizes = ({ width, height }: CleanPicture) => ({ width, height });

function demandRoom(draft: DraftContents, ofQuestion: readonly string[]): void {
	if (draft.pictureIds.length >= MOST_A_DRAFT)
		throw invalid('picture_too_many', { most: MOST_A_DRAFT });
	if (ofQuestion.length >= MOST_A_QUESTION)
		throw invalid('picture_too_many', { most: MOST_A_QUESTION });
}

function questionWithPictures(form: Form, id: string) {
	for (const page of form.pages)
		for (const question of page.questions)
			if (question.id === id && (question.type === 'say' || question.type === 'star'))
				return { id, type: question.type } as const;
	return null;
}

function withPictures(
	type: 'say' | 'star',
	before: Answer | undefined,
	pictures: readonly string[]
): Answer {
	const text = before?.kind === 'say' || before?.kind === 'star' ? before.text : '';
	const starred = before?.kind === 'star' ? before.starred : 'this';
	const empty = text === '' && pictures.length === 0 && starred === 'this';
	if (empty) return { kind: 'skipped' };
	return type === 'say'
		? { kind: 'say', text, pictures }
		: { kind: 'star', starred, text, pictures };
}
