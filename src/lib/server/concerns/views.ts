import type {
	ConcernColour,
	ConcernOutcome,
	ConcernStage,
	ConcernStepKind
} from '../../rights/concerns.ts';
import type { MeetingView } from '../statements/views.ts';

/**
 * How the young person was told, sealed in `concerns.telling_sealed`: in words that stand ready in every language, in
 * the officer's own, or not at all, and why.
 */
export type Telling =
	| { readonly how: 'ready' }
	| { readonly how: 'own'; readonly words: string; readonly language: string }
	| { readonly how: 'not'; readonly why: string };

export interface ConcernPerson {
	readonly id: string;
	readonly name: string;
	readonly age: number;
}

/** A concern in a list: nobody's words. */
export interface ConcernRowView {
	readonly id: string;
	readonly youngPerson: ConcernPerson;
	readonly colour: ConcernColour;
	readonly stage: ConcernStage;
	readonly dueOn: string | null;
	readonly late: boolean;
	readonly raisedAt: number;
	/** Who is officer of the young person now. */
	readonly officer: string | null;
	readonly told: boolean;
	readonly closedAt: number | null;
	readonly outcome: ConcernOutcome | null;
}

export interface ConcernList {
	readonly rows: readonly ConcernRowView[];
	readonly page: number;
	readonly pages: number;
	/** Of all the reader's that are open. */
	readonly late: number;
	readonly stages: readonly ConcernStage[];
	/** To choose from; for managers. */
	readonly officers: readonly { readonly id: string; readonly name: string }[];
	/** Only this one's. */
	readonly youngPerson: ConcernPerson | null;
}

export interface ConcernStepView {
	readonly id: string;
	readonly kind: ConcernStepKind;
	readonly at: number;
	readonly by: string | null;
	readonly stage: ConcernStage;
	readonly dueOn: string | null;
	readonly colour: ConcernColour | null;
	readonly outcome: ConcernOutcome | null;
	readonly words: string | null;
}

/** A concern as the officer and the managers read it. */
export interface ConcernView extends ConcernRowView {
	readonly raisedBy: string | null;
	/** What the young person reads. */
	readonly youngPersonLanguage: string;
	readonly words: string;
	readonly meeting: MeetingView | null;
	/** What led to it, where this reader may open that. */
	readonly statementId: string | null;
	/** It began with something the young person sent, whoever may read that. */
	readonly fromStatement: boolean;
	readonly telling: Telling;
	readonly toldAt: number | null;
	readonly advocateOfferedAt: number | null;
	/** Oldest first. */
	readonly steps: readonly ConcernStepView[];
	/** Where it can go: the stage after, and those past it. */
	readonly next: readonly ConcernStage[];
	readonly version: number;
	/** Whether this reader may see the young person's own page. */
	readonly maySeePerson: boolean;
}

/** What the young person sees of it: who does what about it, and until when. */
export interface OwnConcern {
	readonly id: string;
	readonly by: string;
	readonly toldAt: number;
	readonly telling: Exclude<Telling, { how: 'not' }>;
	readonly advocateOffered: boolean;
	readonly dueOn: string | null;
	readonly late: boolean;
	/** Oldest first. */
	readonly steps: readonly {
		readonly id: string;
		readonly kind: 'raised' | 'moved' | 'responded' | 'closed';
		readonly at: number;
		readonly stage: ConcernStage;
		readonly outcome: ConcernOutcome | null;
	}[];
	readonly closedAt: number | null;
}

/** What the form for a new one starts from. */
export interface ConcernBegun {
	readonly youngPerson: ConcernPerson & { readonly language: string };
	/** Newest first, to choose from. */
	readonly meetings: readonly MeetingView[];
	readonly meetingId: string | null;
	readonly statementId: string | null;
	readonly stage: ConcernStage;
	readonly dueOn: string;
}
