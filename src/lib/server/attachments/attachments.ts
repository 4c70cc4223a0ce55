import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Form } from '../../forms/definition.ts';
import type { Standing } from '../access-table.ts';
import { demand, demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import {
	attachedTo,
	authorOf,
	draftOf,
	readDraft,
	type Attached,
	type DraftContents,
	type DraftOf
} from '../drafts/draft-contents.ts';
import { writeAnswer } from '../drafts/draft-writes.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import type { Place } from '../vault/vault.ts';
import { answerWith, questionInWords, type QuestionInWords } from './answer-with.ts';

/** What attachments need beside the core. */
export interface Surroundings {
	formOf(id: string): Form | undefined;
	/**
	 * Lets a member of staff at something of a statement, as at the answer it belongs to.
	 * @throws Refusal `not_found`
	 */
	demandReading(
		queries: Queries,
		actor: Actor,
		of: { readonly statementId: string; readonly questionId: string }
	): Promise<void>;
}

/** Where the bytes of an attachment are sealed. */
export const attachmentPlace = (table: Attached, id: string): Place => ({
	table,
	row: id,
	column: 'bytes'
});

/** The columns that every attachment has. */
export interface AttachmentRow {
	readonly id: string;
	readonly youngPersonId: string;
	readonly draftId: string;
	readonly questionId: string;
	readonly bytesSealed: Buffer;
	readonly createdAt: number;
}

/** What one kind of attachment does its own way. */
export interface Kind<Clean extends { readonly bytes: Buffer }> {
	readonly table: Attached;
	readonly noun: 'picture' | 'sound';
	readonly mostAQuestion: number;
	readonly mostADraft: number;
	/** Nothing but what it makes is kept. @throws Refusal */
	clean(bytes: Buffer): Promise<Clean>;
	/** Asked with what is there already, in the transaction that keeps it. @throws Refusal when there is no room */
	keep(tx: Tx, row: AttachmentRow, clean: Clean): Promise<void>;
}

/** What cannot be an id is not asked of the database. */
const ID = /^[\w-]{1,64}$/;

/** The same person again within this time is still looking, or listening: a player asks for a recording in parts. */
const ONE_LOOK_MS = 10 * 60_000;
const LOOKS_IN_MEMORY = 10_000;

/** Photos, drawings and voice notes: kept with an answer in words, sealed, and opened by whoever may read the answer. */
export function createAttachments<Clean extends { readonly bytes: Buffer }>(
	core: Core,
	around: Surroundings,
	kind: Kind<Clean>
) {
	const { database, audit } = core;
	const { table, noun } = kind;
	const looks = new Map<string, number>();

	function authorsForm(actor: Actor, formId: string): { form: Form; id: string; of: DraftOf } {
		demandOwn('draft.write', actor);
		const form = around.formOf(formId);
		if (!form || (actor.only && actor.only.formId !== formId)) throw notFound();
		return { form, id: actor.id, of: draftOf(actor, form.id) };
	}

	async function openDraft(queries: Queries, of: DraftOf) {
		const draft = await readDraft(core, queries, of);
		if (!draft) throw conflict('draft_gone');
		return draft;
	}

	function demandRoom(draft: DraftContents, ofQuestion: readonly string[]): void {
		const all = table === 'pictures' ? draft.pictureIds : draft.soundIds;
		if (all.length >= kind.mostADraft) throw invalid(`${noun}_too_many`, { most: kind.mostADraft });
		if (ofQuestion.length >= kind.mostAQuestion)
			throw invalid(`${noun}_too_many`, { most: kind.mostAQuestion });
	}

	/** The answer with what is there now. What was typed stays, also under a skipped one. */
	async function rewriteAnswer(
		tx: Tx,
		draft: DraftContents,
		question: QuestionInWords,
		by: { readonly youngPersonId: string; readonly language: string }
	): Promise<void> {
		const author = await authorOf(core, tx, by.youngPersonId);
		if (!author) throw notFound();
		const stored = draft.answers[question.id];
		const before = stored?.answer.kind === 'skipped' ? stored.kept : stored?.answer;
		const attached = {
			pictures: await attachedTo(tx, 'pictures', draft.draftId, question.id),
			sounds: await attachedTo(tx, 'sounds', draft.draftId, question.id)
		};
		await writeAnswer(
			tx,
			{ author, draft, now: core.now() },
			{ questionId: question.id, answer: answerWith(question, before, attached) },
			{
				language: stored?.language ?? by.language,
				pageToken: stored?.page ?? '',
				turn: stored?.turn ?? 0,
				updatedAt: stored?.updatedAt
			}
		);
	}

	async function record(
		tx: Tx,
		actor: Actor,
		did: 'added' | 'removed' | 'opened',
		of: { readonly id: string; readonly youngPersonId: string }
	): Promise<void> {
		const subject = { kind: noun, id: of.id };
		const { youngPersonId } = of;
		await audit.record(tx, { action: `${noun}.${did}`, actor, youngPersonId, subject });
	}

	async function rowOf(queries: Queries, id: string) {
		if (!ID.test(id)) return undefined;
		const rows = queries.tables[table];
		const [row] = await queries
			.select({
				id: rows.id,
				youngPersonId: rows.youngPersonId,
				draftId: rows.draftId,
				statementId: rows.statementId,
				questionId: rows.questionId,
				bytesSealed: rows.bytesSealed
			})
			.from(rows)
			.where(eq(rows.id, id));
		return row;
	}

	/** Opened, with a trace of it: one for each time somebody looks. */
	async function open(
		tx: Tx,
		actor: Actor,
		row: { readonly id: string; readonly youngPersonId: string; readonly bytesSealed: Buffer }
	): Promise<Buffer> {
		const look = `${String(actor.id)}/${row.id}`;
		const since = core.now() - (looks.get(look) ?? -Infinity);
		if (since > ONE_LOOK_MS) await record(tx, actor, 'opened', row);
		if (looks.size >= LOOKS_IN_MEMORY) looks.clear();
		if (since > ONE_LOOK_MS) looks.set(look, core.now());
		const author = await authorOf(core, tx, row.youngPersonId);
		if (!author) throw notFound();
		return author.keyring.open(author.keyId, attachmentPlace(table, row.id), row.bytesSealed);
	}

	return {
		/** Adds it to an answer in words. @throws Refusal `picture_…` `sound_…` */
		async add(
			actor: Actor,
			input: {
				readonly formId: string;
				readonly questionId: string;
				readonly language: string;
				readonly bytes: Buffer;
			}
		): Promise<string> {
			const { form, id: youngPersonId, of } = authorsForm(actor, input.formId);
			const question = questionInWords(form, input.questionId);
			if (!question) throw notFound();
			// Asked before the work of cleaning it, and again once it is in.
			demandRoom(await openDraft(database.read, of), []);
			const clean = await kind.clean(input.bytes);

			return database.inTransaction(async (tx) => {
				const draft = await openDraft(tx, of);
				demandRoom(draft, await attachedTo(tx, table, draft.draftId, question.id));
				const author = await authorOf(core, tx, youngPersonId);
				if (!author) throw notFound();
				const id = randomUUID();
				const place = attachmentPlace(table, id);
				const row = {
					id,
					youngPersonId,
					draftId: draft.draftId,
					questionId: question.id,
					bytesSealed: author.keyring.seal(author.keyId, place, clean.bytes),
					createdAt: core.now()
				};
				await kind.keep(tx, row, clean);
				await rewriteAnswer(tx, draft, question, { youngPersonId, language: input.language });
				await record(tx, actor, 'added', { id, youngPersonId });
				return id;
			});
		},

		/** Takes it out of a draft, for good. */
		async remove(
			actor: Actor,
			input: { readonly formId: string; readonly id: string; readonly language: string }
		): Promise<void> {
			const { form, id: youngPersonId, of } = authorsForm(actor, input.formId);
			await database.inTransaction(async (tx) => {
				const rows = tx.tables[table];
				const draft = await openDraft(tx, of);
				const ofDraft = and(eq(rows.id, input.id), eq(rows.draftId, draft.draftId));
				const [row] = await tx.select({ questionId: rows.questionId }).from(rows).where(ofDraft);
				const question = row && questionInWords(form, row.questionId);
				if (!question) throw notFound();
				await tx.delete(rows).where(ofDraft);
				await rewriteAnswer(tx, draft, question, { youngPersonId, language: input.language });
				await record(tx, actor, 'removed', { id: input.id, youngPersonId });
			});
		},

		/** Its author opens it. Where a helper started a form with them, only what is in that form's draft. */
		async openOwn(actor: Actor, id: string): Promise<Buffer> {
			return database.inTransaction(async (tx) => {
				const row = await rowOf(tx, id);
				const standings = row ? await ownStandings(tx, actor, row) : [];
				demand(row?.draftId ? 'draft.write' : 'statement.read_own', standings);
				if (!row) throw notFound();
				return open(tx, actor, row);
			});
		},

		/** Somebody who may read the answer it belongs to opens it. What is in a draft is nobody else's. */
		async openForDesk(actor: Actor, id: string): Promise<Buffer> {
			return database.inTransaction(async (tx) => {
				const row = await rowOf(tx, id);
				if (!row || row.statementId === null) throw notFound();
				const { statementId, questionId } = row;
				await around.demandReading(tx, actor, { statementId, questionId });
				return open(tx, actor, row);
			});
		}
	};
}

async function ownStandings(
	queries: Queries,
	actor: Actor,
	row: { readonly youngPersonId: string; readonly draftId: string | null }
): Promise<Standing[]> {
	if (actor.kind !== 'young_person' || row.youngPersonId !== actor.id) return [];
	if (!actor.only) return ['self'];
	const { drafts } = queries.tables;
	const [draft] = await queries
		.select({ togetherId: drafts.togetherId, formId: drafts.formId })
		.from(drafts)
		.where(eq(drafts.id, row.draftId ?? ''));
	const here = draft?.togetherId === actor.only.togetherId && draft.formId === actor.only.formId;
	return here ? ['together'] : [];
}
