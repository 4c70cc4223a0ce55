import type { Sentence } from '../../forms/wording.ts';
import type { RequestKind } from '../../rights/requests.ts';
import type { Role } from '../roles.ts';

/**
 * Somebody opened something of theirs: once for each person, thing and day.
 * - `fetched`: a program did, such as the council's case system
 * - `copied`: it stands in the case record now
 */
export interface OpeningView {
	readonly at: number;
	readonly how: 'opened' | 'fetched' | 'copied';
	/** When it was copied, a London date. */
	readonly on: string | null;
	readonly by: string;
	/** How they stand to the young person, or what they are at the council; null where nothing is known. */
	readonly role: 'officer' | 'worker' | Role | null;
	readonly what:
		| 'statement'
		| 'picture'
		| 'sound'
		| 'request'
		| 'details'
		| 'plan'
		| 'decision'
		| 'letter'
		| 'record'
		| 'brief';
	/** The statement it is, or belongs to, while it is there to be read again. */
	readonly statement: {
		readonly id: string;
		readonly formId: string;
		readonly title: Sentence;
	} | null;
	/** Of a request that came from no statement of its own. */
	readonly request: RequestKind | null;
}

export interface OpeningsView {
	/** Newest first. */
	readonly openings: readonly OpeningView[];
	readonly page: number;
	readonly pages: number;
}

export interface Opening extends Pick<OpeningView, 'at' | 'how' | 'on' | 'what'> {
	/** A member of staff, or the key of a program. */
	readonly staffId: string;
	/** Of the statement, picture, sound or request; empty for their details. */
	readonly id: string;
}
