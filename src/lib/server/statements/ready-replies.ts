import { readOwnReplies } from '../council/own-replies.ts';
import type { Queries } from '../db/database.ts';

/** Answers in two taps, said in the reader's own language: `home:ready_reply.<code>`. */
export const READY_REPLIES = ['thank_you', 'will_ask', 'visit_before', 'talk_at_meeting'] as const;

export type ReadyReply = (typeof READY_REPLIES)[number];

/** A ready reply to choose. */
export interface ReadyReplyChoice {
	readonly code: string;
	/** By language, where the council wrote it. */
	readonly words: Readonly<Record<string, string>> | null;
}

/** Those of Sayso, then the council's own. */
export async function readyReplyChoices(queries: Queries): Promise<ReadyReplyChoice[]> {
	return [
		...READY_REPLIES.map((code) => ({ code, words: null })),
		...(await readOwnReplies(queries)).map(({ id, words }) => ({ code: id, words }))
	];
}
