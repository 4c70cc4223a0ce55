import type { Answers } from '../../forms/answers.ts';
import type { Facts, Form } from '../../forms/definition.ts';
import type { Wording } from '../../forms/wording.ts';
import type { Queries, Tx } from '../db/database.ts';
import type { LinkRow, OutsidePurpose } from './links.ts';

/**
 * What is asked over links of one purpose, and what becomes of the answers. All else (the link, its pages, the draft,
 * the cookie, sending once) is the same for all of them: `outside.ts`.
 *
 * Its words stand in the form's own namespace; those of the page it begins with, of the check and of the thanks under
 * `intro`: see `INTRO`.
 */
export interface OutsideKind {
	readonly purpose: OutsidePurpose;
	/** In OUTSIDE_FORMS (`forms/catalogue/outside-forms.ts`); it is asked in the standard face. */
	readonly form: Form;
	/** What is known before a word is said. */
	facts(queries: Queries, link: LinkRow, now: number): Promise<Facts>;
	/** What the pages may say of whom it is about: values for the sentences under `intro`. Whoever has the link sees it. */
	about(queries: Queries, link: LinkRow): Promise<OutsideAbout>;
	/**
	 * Keeps what was sent, in the transaction that ends a link for one person (its row is deleted where `deletesLink`,
	 * otherwise `ended_at` is set) and deletes the draft; and records it.
	 */
	deliver(tx: Tx, sent: SentOutside): Promise<void>;
	/** Whether something was kept under this key already: a second tap is thanked too. */
	delivered(queries: Queries, sendKey: string): Promise<boolean>;
	/** Whether nothing may be left that tells that a link was used. */
	readonly deletesLink: boolean;
}

export interface OutsideAbout {
	/** For `{{name}}` and the like in sentences under `intro`. */
	readonly values: Readonly<Record<string, string>>;
}

export interface SentOutside {
	readonly link: LinkRow;
	/** Those that count: `answersToSend` of the form. */
	readonly answers: Answers;
	readonly wording: Wording;
	readonly language: string;
	readonly sendKey: string;
}

/**
 * The keys under `intro` of an outside form. The first page: `title`, `lead`, `reads` (who reads it), `minutes`,
 * `promise` (what is done with it, such as that it is anonymous). The check: `goes`. After sending: `thanks_title`,
 * `thanks`.
 */
export const INTRO = [
	'title',
	'lead',
	'reads',
	'minutes',
	'promise',
	'goes',
	'thanks_title',
	'thanks'
] as const;
export type IntroKey = (typeof INTRO)[number];
