import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import { demand, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { sendKey } from '../ids.ts';
import { tell, type Notice } from '../notices/notices.ts';
import { barredFrom } from './barred.ts';
import { additionPlace } from './places.ts';
import { findStatement, type Found } from './standings.ts';

export const MAX_ADDITION_CHARACTERS = 4000;
/** More than anybody adds; what is left is for another form. */
const MOST_ADDITIONS = 20;

const request = v.object({
	statementId: v.string(),
	sendKey,
	words: v.pipe(v.string(), v.transform(cleanText)),
	/** They write in; that of the statement where it is not said. */
	language: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)))
});

/**
 * Adds words to a statement that is not over. Once, however often it is asked with the same key. Who gets it first is
 * told, and it is new to them again.
 * @throws Refusal conflict `statement_closed`, `added_too_often`; invalid `addition_empty`, `answer_too_long`
 */
export function add(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof request>
): Promise<{ readonly additionId: string; readonly again: boolean }> {
	const parsed = v.safeParse(request, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { statementId, sendKey: key, words, language } = parsed.output;

	return core.database.inTransaction(async (tx) => {
		const found = await findStatement(tx, actor, statementId);
		demand('statement.add', found.standings);
		const { row, keyId } = found;
		const { statementAdditions } = tx.tables;
		const [before] = await tx
			.select()
			.from(statementAdditions)
			.where(eq(statementAdditions.sendKey, key));
		if (before) {
			if (before.statementId !== row.id) throw notFound();
			return { additionId: before.id, again: true };
		}
		if (row.state === 'closed') throw conflict('statement_closed');
		if (words === '') throw invalid('addition_empty');
		if (words.length > MAX_ADDITION_CHARACTERS)
			throw invalid('answer_too_long', { most: MAX_ADDITION_CHARACTERS });
		const there = await tx
			.select({ id: statementAdditions.id })
			.from(statementAdditions)
			.where(eq(statementAdditions.statementId, row.id));
		if (there.length >= MOST_ADDITIONS) throw conflict('added_too_often');

		const additionId = randomUUID();
		const keys = await core.vault.unlock(tx, [keyId]);
		await tx.insert(statementAdditions).values({
			id: additionId,
			statementId: row.id,
			sendKey: key,
			wordsSealed: keys.sealText(keyId, additionPlace(additionId), words),
			language: language ?? row.language,
			addedAt: core.now()
		});
		await tell(tx, await noticesOfIt(tx, found), core.now());
		await newAgainToHandlers(tx, row.id);
		await core.audit.record(tx, {
			action: 'statement.added_to',
			actor,
			youngPersonId: row.youngPersonId,
			subject: { kind: 'statement', id: row.id },
			detail: { additionId }
		});
		return { additionId, again: false };
	});
}

async function noticesOfIt(tx: Tx, { row, firstReaderId }: Found): Promise<Notice[]> {
	if (firstReaderId === null || (await barredFrom(tx, row.id)).has(firstReaderId)) return [];
	return [
		{
			to: { staffId: firstReaderId, kind: 'added' },
			about: row.youngPersonId,
			statementId: row.id
		}
	];
}

async function newAgainToHandlers(tx: Tx, statementId: string): Promise<void> {
	const { requests } = tx.tables;
	const made = await tx.select().from(requests).where(eq(requests.statementId, statementId));
	for (const { id, state } of made)
		if (state === 'opened')
			await tx.update(requests).set({ state: 'new' }).where(eq(requests.id, id));
}
