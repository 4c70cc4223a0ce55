import type { RequestHandler, RequestKind } from '../../rights/requests.ts';
import type { MoveKind, Stage, StepKind } from '../../rights/stages.ts';
import type { Provider } from './providers.ts';

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
	readonly clock: ClockView;
	/** Who answers it, by name, where somebody was named for it. */
	readonly assigned: string | null;
	/** The advocacy service that has it, by name. */
	readonly provider: string | null;
}

/** Where a request stands, and by when something has to happen. */
export interface ClockView {
	readonly stage: Stage;
	/** London date: by when whoever handles it has to act; null while they need not, or nothing limits it. */
	readonly dueOn: string | null;
	/** Working days until then; negative when it has passed. */
	readonly daysLeft: number | null;
	readonly late: boolean;
	/** Until when the young person can ask for more; null where it is not their turn. */
	readonly theirsUntil: string | null;
	readonly over: boolean;
}

/** A step of a request, as both sides read it. */
export interface StepView {
	readonly id: string;
	readonly kind: StepKind;
	readonly stage: Stage;
	/** By when what it began has to be over. */
	readonly dueOn: string | null;
	readonly at: number;
	/** By name; null: the young person, or Sayso. */
	readonly by: string | null;
	readonly words: string | null;
	readonly language: string;
	readonly on: string | null;
	readonly place: number | null;
	/** Whom it was assigned to, or the service it was given to. */
	readonly to: string | null;
	/** Whether a manager was told with it. */
	readonly managerTold: boolean;
	/** Whether it came after it had to. */
	readonly late: boolean;
}

/** A request, as its young person reads it. */
export interface OwnRequestView extends OwnRequest {
	readonly version: number;
	readonly moves: readonly MoveKind[];
	readonly history: readonly StepView[];
	/** Whether they can say that they still wait; not twice a day. */
	readonly maySayWaiting: boolean;
	/** What they said to the offer of an advocate; null where none is made. */
	readonly advocate: 'offered' | 'accepted' | 'declined' | null;
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
	readonly clock: ClockView;
	readonly assigned: string | null;
	readonly provider: string | null;
	readonly version: number;
}

export const RAISED_BY = ['form', 'question', 'open_page'] as const;
export type RaisedBy = (typeof RAISED_BY)[number];

export const SHOWN = ['open', 'closed'] as const;

export interface RequestList {
	readonly show: (typeof SHOWN)[number];
	readonly kind: RequestKind | null;
	/** What has to be done next first: the overdue, what is due, what waits for somebody else. Of those closed, the newest first. */
	readonly rows: readonly RequestRowView[];
	readonly page: number;
	readonly pages: number;
	/** Of all of them, whatever is shown. */
	readonly counts: { readonly open: number; readonly late: number; readonly closed: number };
	/** Of which there is at least one, or could be: the kinds this reader handles. */
	readonly kinds: readonly RequestKind[];
	/** For an advocacy service to be found for them; empty for whoever does not give them. */
	readonly toGive: readonly RequestRowView[];
	readonly providers: readonly Provider[];
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
	/** What this reader can do with it; null where they can not. */
	readonly work: WorkView | null;
	/** Oldest first. */
	readonly history: readonly StepView[];
}

export interface WorkView {
	readonly version: number;
	readonly moves: readonly MoveKind[];
	/** How long the stage can be made, at most; null where it cannot be made longer. */
	readonly longestOn: string | null;
	readonly mayReply: boolean;
	/** Whom it can be assigned to. */
	readonly handlers: readonly { readonly id: string; readonly name: string }[];
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
