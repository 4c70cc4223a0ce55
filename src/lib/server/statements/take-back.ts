import { randomUUID } from 'node:crypto';
import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import type { Answer } from '../../forms/answers.ts';
import type { Wording } from '../../forms/wording.ts';
import { demand, demandSignedIn, type Actor, type YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import { eachChunk } from '../db/in-chunks.ts';
import type { Queries, Tx } from '../db/database.ts';
import {
	ATTACHED,
	draftAnswerPlace,
	readDraft,
	type DraftValue
} from '../drafts/draft-contents.ts';
import { conflict, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { leaveMeeting } from '../meetings/settle.ts';
import { withdrawNotices } from '../notices/notices.ts';
import { withdrawRequests } from '../requests/raise.ts';
import type { Keyring } from '../vault/vault.ts';
import { additionsIn } from './additions.ts';
import { answerPlace, wordingPlace } from './places.ts';
import { findStatement, type StatementRow } from './standings.ts';

/** Whether nobody has opened it, nor the request it made. */
export async function mayTakeBack(
	queries: Queries,
	row: Pick<StatementRow, 'id' | 'state' | 'sentAt'>
): Promise<boolean> {
	if (row.state === 'closed') return false;
	const { statementOpenings, replies, requests } = queries.tables;
	const opened = await queries
		.select({ id: statementOpenings.id })
		.from(statementOpenings)
		.where(eq(statementOpenings.statementId, row.id))
		.limit(1);
	const replied = await queries
		.select({ id: replies.id })
		.from(replies)
		.where(eq(replies.statementId, row.id))
		.limit(1);
	const handled = await queries
		.select({ id: requests.id })
		.from(requests)
		.where(
			and(
				eq(requests.statementId, row.id),
				// One that was opened before these words joined it does not count.
				gte(requests.openedAt, row.sentAt)
			)
		)
		.limit(1);
	return opened.length + replied.length + handled.length === 0;
}

/**
 * Takes back what nobody has opened: it is a draft again, with everything in it, and nobody else's any more. An alert it
 * raised stays. Done once more, it stays done.
 * @throws Refusal conflict `already_opened`; conflict `draft_open` when that form is being answered again
 */
export function takeBack(
	core: Core,
	actor: Actor,
	statementId: string
): Promise<{ readonly formId: string; readonly again: boolean }> {
	return core.database.inTransaction(async (tx) => {
		const before = await takenBackBefore(tx, actor, statementId);
		if (before) return { formId: before, again: true };
		const { row, keyId, standings } = await findStatement(tx, actor, statementId);
		demand('statement.take_back', standings);
		if (actor.kind !== 'young_person') throw notFound();
		if (!(await mayTakeBack(tx, row))) throw conflict('already_opened');
		const of = { youngPersonId: actor.id, formId: row.formId, togetherId: '' };
		if (await readDraft(core, tx, of)) throw conflict('draft_open');

		const keys = await core.vault.unlock(tx, [keyId]);
		await makeDraft(core, tx, row, { keyId, keys });
		await leaveMeeting(core, tx, actor, row.id);
		await withdrawRequests(core, tx, actor, row.id);
		await withdrawNotices(tx, row.id, core.now());
		await emptied(core, tx, actor, row);
		return { formId: row.formId, again: false };
	});
}

/** The form of a statement of theirs that they took back already. */
async function takenBackBefore(tx: Tx, actor: Actor, statementId: string): Promise<string | null> {
	demandSignedIn(actor);
	if (actor.kind !== 'young_person' || actor.only || !isId(statementId)) return null;
	const { statements } = tx.tables;
	const [row] = await tx
		.select({ formId: statements.formId })
		.from(statements)
		.where(
			and(
				eq(statements.id, statementId),
				eq(statements.youngPersonId, actor.id),
				isNotNull(statements.takenBackAt)
			)
		);
	return row?.formId ?? null;
}

async function makeDraft(
	core: Core,
	tx: Tx,
	row: StatementRow,
	{ keyId, keys }: { readonly keyId: string; readonly keys: Keyring }
): Promise<void> {
	const { drafts, draftAnswers, statementAnswers } = tx.tables;
	const draftId = randomUUID();
	const now = core.now();
	await tx.insert(drafts).values({
		id: draftId,
		youngPersonId: row.youngPersonId,
		formId: row.formId,
		formVersion: row.formVersion,
		begunTogetherId: row.togetherId,
		sendKey: randomUUID(),
		language: row.language,
		face: row.face,
		lastPage: null,
		createdAt: now,
		updatedAt: now
	});
	const sent = await tx
		.select()
		.from(statementAnswers)
		.where(eq(statementAnswers.statementId, row.id));
	const answers = new Map(
		sent.map(({ questionId, answerSealed, chairOnly, language }) => {
			const answer = keys.openJson<Answer>(keyId, answerPlace(row.id, questionId), answerSealed);
			return [questionId, { answer, chairOnly, language }];
		})
	);
	const added = await additionsIn(tx, row.id, keyId, keys);
	if (added.length > 0) {
		const wording = keys.openJson<Wording>(keyId, wordingPlace(row.id), row.wordingSealed);
		const place = wording.questions.findLast(({ type }) => type === 'say')?.id;
		// What was added must not be lost with it, and there is no question to keep it under.
		if (place === undefined) throw conflict('already_added_to');
		const before = answers.get(place);
		const words = added.map((one) => one.words).join('\n\n');
		answers.set(place, {
			answer: withWords(before?.answer, words),
			chairOnly: before?.chairOnly ?? 0,
			language: before?.language ?? added[0]?.language ?? row.language
		});
	}
	const rows = [...answers].map(([questionId, { answer, chairOnly, language }]) => {
		const value: DraftValue = { answer, page: '', turn: 0 };
		return {
			draftId,
			questionId,
			answerSealed: keys.sealJson(keyId, draftAnswerPlace(draftId, questionId), value),
			chairOnly,
			language,
			face: row.face,
			updatedAt: now
		};
	});
	await eachChunk(rows, (chunk) => tx.insert(draftAnswers).values(chunk));
	for (const kind of ATTACHED) {
		const table = tx.tables[kind];
		await tx.update(table).set({ draftId, statementId: null }).where(eq(table.statementId, row.id));
	}
}

function withWords(answer: Answer | undefined, words: string): Answer {
	if (answer?.kind !== 'say') return { kind: 'say', text: words, pictures: [] };
	return { ...answer, text: answer.text === '' ? words : `${answer.text}\n\n${words}` };
}

/** The row stays, for what hangs on it: an alert, the chain, whom it is locked from. Its words are in the draft alone. */
async function emptied(
	core: Core,
	tx: Tx,
	actor: YoungPersonActor,
	row: StatementRow
): Promise<void> {
	const { statements, statementAnswers, statementAdditions, statementAudience, statementThemes } =
		tx.tables;
	for (const table of [statementAnswers, statementAdditions, statementAudience, statementThemes])
		await tx.delete(table).where(inArray(table.statementId, [row.id]));
	await tx.update(statements).set({ takenBackAt: core.now() }).where(eq(statements.id, row.id));
	await core.audit.record(tx, {
		action: 'statement.taken_back',
		actor,
		youngPersonId: row.youngPersonId,
		subject: { kind: 'statement', id: row.id }
	});
}
