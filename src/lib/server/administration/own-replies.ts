import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { demandUnchanged, keepSetting, sameValue, versionOf } from '../council/keep-setting.ts';
import { readOwnReplies, REPLIES_SETTING, type OwnReply } from '../council/own-replies.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { cleanText } from '../../forms/clean.ts';
import { byLanguage, cleanWords, readInput, version } from './changing.ts';

const MOST_REPLIES = 12;
/** A ready reply is read in one glance. */
export const MOST_IN_A_REPLY = 300;

export async function repliesToEdit(
	queries: Queries
): Promise<{ readonly replies: readonly OwnReply[]; readonly version: number }> {
	return {
		replies: await readOwnReplies(queries),
		version: await versionOf(queries, [REPLIES_SETTING])
	};
}

const change = v.variant('do', [
	/** An empty id makes a new one. */
	v.object({ do: v.literal('keep'), version, id: v.string(), words: byLanguage }),
	v.object({ do: v.literal('take_away'), version, id: v.string() })
]);
export type ReplyChange = v.InferInput<typeof change>;

/**
 * What was answered with one before keeps the words it was answered with.
 * @throws Refusal conflict `setting_changed`; invalid `ready_reply_words`, `ready_reply_too_many`
 */
export async function changeOwnReply(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	input: ReplyChange
): Promise<void> {
	const wanted = readInput(change, input);
	const replies = await readOwnReplies(tx);
	const before = replies.find(({ id }) => id === wanted.id);
	const after = wanted.do === 'keep' ? replyOf(wanted.id, wanted.words) : null;
	if (after && wanted.id !== '' && !before) throw notFound();
	// Sent twice, it is there once.
	if (after && !before && replies.some(({ words }) => sameValue(words, after.words))) return;
	const list = before
		? replies.flatMap((one) => (one === before ? (after ?? []) : one))
		: [...replies, ...(after ? [after] : [])];
	if (sameValue(list, replies)) return;
	await demandUnchanged(tx, [REPLIES_SETTING], wanted.version);
	if (list.length > MOST_REPLIES) throw invalid('ready_reply_too_many', { most: MOST_REPLIES });
	await keepSetting(core, tx, actor, {
		key: REPLIES_SETTING,
		value: list,
		changes: [
			{
				part: before?.id ?? after?.id ?? '',
				was: before?.words ?? null,
				became: after?.words ?? null
			}
		]
	});
}

function replyOf(id: string, typed: Readonly<Record<string, string | undefined>>): OwnReply {
	const words = cleanWords(typed, cleanText);
	const texts = Object.values(words);
	if (texts.length === 0 || texts.some((text) => text.length > MOST_IN_A_REPLY))
		throw invalid('ready_reply_words', { most: MOST_IN_A_REPLY });
	return { id: id === '' ? `own_${randomUUID().slice(0, 8)}` : id, words };
}
