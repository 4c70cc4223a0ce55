import type { GoesTo } from '../forms/definition.ts';
import type { Reader } from '../server/drafts/reader.ts';

/** A sentence about whoever gets it first, under `forms:to`; each is said of a person, of a team, or of nobody yet. */
type About =
	| 'name'
	| 'reads'
	| 'keep'
	| 'only'
	| 'make_only'
	| 'not_only'
	| 'goes'
	| 'send'
	| 'has'
	| 'see'
	| 'then'
	| 'alert';

/** Handed to `t`, or to a `Sentence`. */
export interface ReaderSentence {
	readonly key: string;
	readonly values: Readonly<Record<string, string>>;
}

export function readerSentence(
	about: About,
	{ reader, goesTo }: { readonly reader: Reader | null; readonly goesTo: GoesTo }
): ReaderSentence {
	const missing = goesTo === 'worker' ? 'worker' : 'officer';
	if (reader?.kind === 'person')
		return { key: `forms:to.${about}.person`, values: { name: reader.name } };
	return { key: `forms:to.${about}.${reader?.handler ?? missing}`, values: {} };
}
