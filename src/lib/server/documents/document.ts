/** Words, and the language they are in. Never markup: what somebody wrote is printed as they wrote it. */
export interface Text {
	readonly text: string;
	readonly language: string;
}

/**
 * What a document is made of, whether it becomes a PDF or a plain text file. Headings begin at level 1 and skip none: who
 * has it read aloud finds their way by them, and without that no PDF is made.
 */
export type Block =
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Text }
	| { readonly kind: 'line'; readonly text: Text; readonly soft?: true }
	/** Somebody's own words. */
	| { readonly kind: 'words'; readonly text: Text }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Text[] }
	| { readonly kind: 'picture'; readonly id: string; readonly alt: Text }
	| { readonly kind: 'sound'; readonly id: string; readonly text: Text }
	/** In a marked box, for what must not be read past: a warning, who an answer may not be told to. */
	| { readonly kind: 'notice'; readonly title: Text; readonly lines: readonly Text[] }
	/** What it is beside what is said there, a row each: a date, a chair, a code. */
	| { readonly kind: 'facts'; readonly rows: readonly Fact[] }
	/** Figures. Its first column says what each row is about; the others hold numbers. */
	| Table
	/** Small print below all the rest. */
	| { readonly kind: 'small'; readonly text: Text }
	/** What follows begins on a page of its own. */
	| { readonly kind: 'page' };

export interface Table {
	readonly kind: 'table';
	readonly caption: Text;
	/** Of every column, the first one's too. */
	readonly head: readonly Text[];
	readonly rows: readonly TableRow[];
}

export interface TableRow {
	readonly label: Text;
	/** Numbers as they are to be read, hidden ones as the word for it. */
	readonly cells: readonly Text[];
	/** A bar at the row’s end, as a share of the longest, 0 to 1. Where no row has one, there is no room kept for them. */
	readonly bar?: number;
	/** Adds up the others. */
	readonly total?: true;
}

export interface Fact {
	readonly label: Text;
	/** One line each. */
	readonly value: readonly Text[];
}

/**
 * What a service hands to whoever prints it: `app.documents.print(document, pictures)` makes a PDF of it and decides
 * nothing about access, `hooks/file-response.ts` hands that out. Whoever made it has decided, and left the trace.
 */
export interface Document {
	/** Neutral: it stands in the file's own data, and on the tab of whatever shows it. */
	readonly title: Text;
	readonly blocks: readonly Block[];
	/** Said first where it holds signs that cannot be printed: `documents:unprintable`. */
	readonly unprintable: Text;
	/** Smaller and closer together, for what has to fit on one page. */
	readonly compact?: true;
}

const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A name that the translator set apart in a sentence of the other direction. */
const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;

/**
 * Which way a text runs: as its first letter does, whatever its language was said to be. Names that are set apart do not
 * count, a sentence that begins with one runs as the rest of it (Unicode Standard Annex 9, P2).
 */
export function directionOf({ text, language }: Text): 'ltr' | 'rtl' {
	const first = STRONG.exec(text.replaceAll(ISOLATED, ''))?.[0];
	if (first !== undefined) return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
	return ['ar', 'ckb', 'fa', 'he', 'ps', 'ur'].includes(language) ? 'rtl' : 'ltr';
}
