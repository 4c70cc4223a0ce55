import type { RequestHandler, RequestKind } from '../../rights/requests.ts';

/**
 * - `unmatched`: asked without an account, and nobody has said yet who asked
 * - `new`: nobody of those who handle it has opened it, or there is more in it since
 * - `withdrawn`: what asked for it was taken back before anybody opened it
 */
export const REQUEST_STATES = ['unmatched', 'new', 'opened', 'closed', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A request as the young person sees it. */
export interface OwnRequest {
	readonly id: string;
	readonly kind: RequestKind;
	/** What they sent for it. */
	readonly statementId: string | null;
	/** What they sent, a question of which asked for it. */
	readonly fromStatementId: string | null;
	readonly state: RequestState;
	readonly createdAt: number;
	readonly handler: RequestHandler;
	readonly openedAt: number | null;
	/** By name. */
	readonly openedBy: string | null;
}

/** A request in the list of those who handle it: no words of anybody. */
export interface RequestRowView {
	readonly id: string;
	readonly kind: RequestKind;
	readonly state: RequestState;
	readonly raisedBy: RaisedBy;
	readonly youngPerson: { readonly id: string; readonly name: string; readonly age: number } | null;
	readonly language: string;
	readonly createdAt: number;
	readonly openedAt: number | null;
	readonly openedBy: string | null;
}

export const RAISED_BY = ['form', 'question', 'open_page'] as const;
export type RaisedBy = (typeof RAISED_BY)[number];

export interface RequestList {
	/** Nobody has opened them, or nobody has said who asked: all of them, the longest waiting first. */
	readonly waiting: readonly RequestRowView[];
	/** A page of those that were opened, newest first. */
	readonly opened: readonly RequestRowView[];
	readonly page: number;
	readonly pages: number;
}

/** A request as those who handle it read it. */
export interface RequestView extends RequestRowView {
	/** What was asked without an account. */
	readonly asked: OpenAsk | null;
	/** What was sent for it, for this reader to open. */
	readonly statementId: string | null;
	/** What asked for it in passing, where this reader may open that too. */
	readonly fromStatementId: string | null;
	readonly matched: { readonly by: string; readonly at: number } | null;
	/** Whether who asked is still to be found. */
	readonly mayMatch: boolean;
}

/** How somebody who asks without an account can be reached. */
export const REACH_WAYS = ['phone', 'text', 'email', 'school', 'visit', 'somebody'] as const;
export type ReachWay = (typeof REACH_WAYS)[number];

/** What it can be about: the picks of the form for it (`ask-for-an-advocate`, question 2). */
export const ASK_ABOUT = [
	'meeting',
	'plan',
	'home',
	'family',
	'moving',
	'money',
	'complaint',
	'worker',
	'immigration'
] as const;
export type AskAbout = (typeof ASK_ABOUT)[number];

/** What is sealed in `requests.asked_sealed`. */
export interface OpenAsk {
	readonly name: string;
	readonly age: string;
	readonly reach: ReachWay;
	/** The number, the place, the person. */
	readonly reachHow: string;
	readonly about: readonly AskAbout[];
	readonly words: string;
}
