import { and, eq } from 'drizzle-orm';
import type { LetterWords, Paper } from '../../meetings/letter.ts';
import type { Queries } from '../db/database.ts';
import type { Keyring, Place } from '../vault/vault.ts';
import type { LetterState } from './views.ts';

/** What is sealed in `letters.letter_sealed`. */
export interface LetterContents {
	readonly words: LetterWords;
	/** The letter as it was approved, and then sent. Null while it is written. */
	readonly paper: Paper | null;
}

export type LetterRow = Queries['tables']['letters']['$inferSelect'];

export const letterPlace = (letterId: string): Place => ({
	table: 'letters',
	row: letterId,
	column: 'letter'
});

/** One young person's letter about one meeting. A brother's is another. */
export interface LetterOf {
	readonly meetingId: string;
	readonly youngPersonId: string;
}

export async function findLetter(
	queries: Queries,
	{ meetingId, youngPersonId }: LetterOf
): Promise<LetterRow | null> {
	const { letters } = queries.tables;
	const [row] = await queries
		.select()
		.from(letters)
		.where(and(eq(letters.meetingId, meetingId), eq(letters.youngPersonId, youngPersonId)));
	return row ?? null;
}

export const contentsIn = (
	row: Pick<LetterRow, 'id' | 'letterSealed'>,
	{ keyId, keys }: { readonly keyId: string; readonly keys: Keyring }
): LetterContents => keys.openJson<LetterContents>(keyId, letterPlace(row.id), row.letterSealed);

/** @throws Error on what is no state: the database holds none */
export function letterStateOf(text: string): LetterState {
	const state = (['draft', 'approved', 'sent'] as const).find((known) => known === text);
	if (!state) throw new Error(`not a state of a letter: ${text}`);
	return state;
}
