import type { MeetingKind } from '../../meetings/kinds.ts';
import type { DecisionView } from '../deciding/views.ts';

export const GOING = ['well', 'partly', 'not'] as const;
export type Going = (typeof GOING)[number];

/** A midway check in a list: nobody's words. */
export interface MidwayRow {
	readonly meetingId: string;
	readonly kind: MeetingKind;
	readonly heldOn: string;
	readonly youngPerson: { readonly id: string; readonly name: string; readonly age: number };
	readonly dueOn: string;
	readonly late: boolean;
	readonly doneOn: string | null;
	readonly going: Going | null;
}

export interface MidwayList {
	/** A page of those still to be done that are due or soon will be, the longest waiting first. */
	readonly due: readonly MidwayRow[];
	readonly page: number;
	readonly pages: number;
	/** The latest that were done. */
	readonly done: readonly MidwayRow[];
}

/** What a decision of the meeting before it was, as far as this officer may read it. */
export interface MidwayDecision extends Pick<
	DecisionView,
	'id' | 'outcome' | 'dueOn' | 'done' | 'doneOn'
> {
	/** Null where all there is are words said to another chair alone. */
	readonly words: { readonly words: string; readonly language: string } | null;
	readonly owner: string | null;
	readonly late: boolean;
}

/** One midway check, to be written or read again. */
export interface MidwayView extends MidwayRow {
	readonly words: string;
	readonly by: string | null;
	/** 0 while nobody has begun it. */
	readonly version: number;
	readonly decisions: readonly MidwayDecision[];
	readonly mayRaise: boolean;
}

/** The midway checks of one young person. */
export interface MidwaysOf {
	readonly youngPerson: MidwayRow['youngPerson'];
	/** After each meeting that was held, the latest first. */
	readonly checks: readonly MidwayRow[];
}
