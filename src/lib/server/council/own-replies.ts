import * as v from 'valibot';
import type { Queries } from '../db/database.ts';
import { storedValue } from './keep-setting.ts';

/** Key of the setting with the council's own ready replies. */
export const REPLIES_SETTING = 'council.readyReplies';

/** A ready reply the council wrote, by language. */
export interface OwnReply {
	/** Begins unlike the code of any that Sayso brings. */
	readonly id: string;
	readonly words: Readonly<Record<string, string>>;
}

const replies = v.array(
	v.object({
		id: v.pipe(v.string(), v.regex(/^own_[a-z0-9]{1,36}$/)),
		words: v.record(v.string(), v.string())
	})
);

/** Those the council offers now. What was answered with one keeps its words by itself. */
export async function readOwnReplies(queries: Queries): Promise<readonly OwnReply[]> {
	const value = await storedValue(queries, REPLIES_SETTING);
	return value === undefined ? [] : v.parse(replies, value);
}
