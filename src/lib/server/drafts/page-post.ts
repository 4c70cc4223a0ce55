import type { Fields } from '../../forms/fields.ts';
import type { ParseCode } from '../../forms/parsed.ts';

/** What a page posts beside the answers. */
export interface PagePost {
	readonly fields: Fields;
	/**
	 * - `next`: what was left empty is skipped
	 * - `skip`: nothing of this page is sent; what was typed is kept
	 * - `keep`: while they are still at it: what is empty is left alone
	 */
	readonly intent: 'next' | 'skip' | 'keep';
	/** They have said enough: go on with what must not be missed. */
	readonly enough?: boolean;
	readonly language: string;
	/** Whose page it is, as `DraftView.author` told it. */
	readonly author: string;
	/** What waited on a phone without a connection names the draft it was written for, and gets into no other. */
	readonly draftKey?: string;
	/** Of this drawing of the page: what it wrote itself is never in its own way. */
	readonly pageToken: string;
	/** Counts what one page sends, so that an older one that arrives late changes nothing. */
	readonly turn: number;
	/** When each answer was last written, as the page knew it; an answer not there is missing here too. */
	readonly stamps: Readonly<Record<string, number>>;
	/** What they chose where an answer was changed elsewhere. */
	readonly choices: Readonly<Record<string, 'mine' | 'theirs' | 'both'>>;
	/** Whether this page's answers are for the chair alone; null leaves that as it is. */
	readonly chairOnly: boolean | null;
}

export interface Fault {
	readonly questionId: string;
	/** A key under `errors:` */
	readonly code: ParseCode | 'answer_required' | 'answer_changed_elsewhere';
	readonly field: string;
	readonly most?: number;
}
