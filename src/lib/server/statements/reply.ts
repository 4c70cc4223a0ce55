import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { invalid, notFound } from '../errors.ts';
import { sendKey } from '../ids.ts';
import { tell } from '../notices/notices.ts';
import { keepReply } from './first-times.ts';
import { readyWordsPlace, replyPlace } from './places.ts';
import { readyReplyChoices } from './ready-replies.ts';
import { findStatement } from './standings.ts';

export const MAX_REPLY_CHARACTERS = 4000;

const request = v.object({
	statementId: v.string(),
	sendKey,
	readyReply: v.optional(v.string()),
	words: v.optional(v.pipe(v.string(), v.trim())),
	/** Of the officer's own words. */
	language: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)), 'en')
});

/**
 * Answers a statement: with a ready reply, in the officer's own words, or both. Once, however often it is asked with
 * the same key.
 * @throws Refusal invalid `reply_empty`, `reply_too_long`, `reply_gone`
 */
export function reply(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof request>
): Promise<{ replyId: string; again: boolean }> {
	const parsed = v.safeParse(request, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { statementId, sendKey: key, readyReply, words = '', language } = parsed.output;

	return core.database.inTransaction(async (tx) => {
		const { row, keyId, standings } = await findStatement(tx, actor, statementId);
		demandOfStaff('statement.reply', actor, standings);
		const { replies } = tx.tables;
		const [before] = await tx.select().from(replies).where(eq(replies.sendKey, key));
		if (before) {
			if (before.staffId !== actor.id || before.statementId !== row.id) throw notFound();
			return { replyId: before.id, again: true };
		}
		if (readyReply === undefined && words === '') throw invalid('reply_empty');
		if (words.length > MAX_REPLY_CHARACTERS)
			throw invalid('reply_too_long', { most: MAX_REPLY_CHARACTERS });

		const ready = (await readyReplyChoices(tx)).find(({ code }) => code === readyReply);
		if (readyReply !== undefined && !ready) throw invalid('reply_gone');

		const replyId = randomUUID();
		const now = core.now();
		const keys = await core.vault.unlock(tx, [keyId]);
		await keepReply(tx, {
			id: replyId,
			statementId: row.id,
			staffId: actor.id,
			sendKey: key,
			readyReply: readyReply ?? null,
			// The council may change or take away its own ones: what was sent stays as it was.
			readyWordsSealed: ready?.words
				? keys.sealJson(keyId, readyWordsPlace(replyId), ready.words)
				: null,
			wordsSealed: words === '' ? null : keys.sealText(keyId, replyPlace(replyId), words),
			language,
			sentAt: now
		});
		await tell(
			tx,
			[
				{
					to: { youngPersonId: row.youngPersonId, kind: 'reply' },
					about: row.youngPersonId,
					statementId: row.id,
					byStaffId: actor.id
				}
			],
			now
		);
		await core.audit.record(tx, {
			action: 'reply.sent',
			actor,
			youngPersonId: row.youngPersonId,
			subject: { kind: 'reply', id: replyId },
			detail: { statementId: row.id, ready: readyReply ?? 'own_words' }
		});
		return { replyId, again: false };
	});
}
