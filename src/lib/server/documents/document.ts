/** Words, and the language they are in. Never markup: what somebody wrote is printed as they wrote it. */
export interface Text {
	readonly text: string;
	readonly language: string;
}

/** What a document is made of, whether it becomes a PDF or a plain text file. */
export type Block =
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Text }
	| { readonly kind: 'line'; readonly text: Text; readonly soft?: true }
	/** Somebody's own words. */
	| { readonly kind: 'words'; readonly text: Text }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Text[] }
	| { readonly kind: 'picture'; readonly id: string; readonly alt: Text }
	| { readonly kind: 'sound'; readonly id: string; readonly text: Text }
	/** What follows begins on a page of its own. */
	| { readonly kind: 'page' };

export interface Document {
	/** Neutral: it stands in the file's own data, and on the tab of whatever shows it. */
	readonly title: Text;
	readonly blocks: readonly Block[];
	/** Said first where it holds signs that cannot be printed. */
	readonly unprintable: Text;
}

const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Which way a text runs: as its first letter does, whatever its language was said to be. */
export function directionOf({ text, language }: Text): 'ltr' | 'rtl' {
	const first = STRONG.exec(text)?.[0];
	if (first !== undefined) return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
	return ['ar', 'ckb', 'fa', 'he', 'ps', 'ur'].includes(language) ? 'rtl' : 'ltr';
}
