import type {
	Attended,
	CodeFault,
	Conveyed,
	ParticipationCode
} from '../../meetings/participation.ts';
import type { MeetingClock } from '../../meetings/clocks.ts';
import type { MeetingView } from '../statements/views.ts';

export const OUTCOMES = ['agreed', 'partly', 'not_agreed'] as const;
export type DecisionOutcome = (typeof OUTCOMES)[number];

/** What somebody wrote, and the language they wrote it in. Sealed in `decisions` as this. */
export interface DecisionWords {
	readonly words: string;
	readonly language: string;
}

/**
 * Why the words of a point are not for everybody: their author kept the answer for the chair, or nobody may be told it
 * came from them. Whoever shows a decision to others (managers, a letter that is read at home) sees it here.
 */
export type Kept = 'chair' | 'protected';

/** Who sees to it: one of the staff, or anybody else by name. */
export interface Owner {
	readonly staffId: string | null;
	readonly name: string;
}

/** A point that was raised and, once it has an outcome, what was decided about it. */
export interface DecisionView {
	readonly id: string;
	readonly meetingId: string;
	readonly youngPersonId: string;
	/** As it was raised: their own words, or the officer's. */
	readonly point: DecisionWords;
	/** Null while it is still a point. */
	readonly outcome: DecisionOutcome | null;
	/** Null where it was agreed just as it was asked, or not agreed. */
	readonly decided: DecisionWords | null;
	/** There unless it was agreed. */
	readonly why: DecisionWords | null;
	/** With `dueOn` it is a promise. */
	readonly owner: Owner | null;
	/** London date. */
	readonly dueOn: string | null;
	/** What the young person says matters most: one of theirs at most. */
	readonly starred: boolean;
	/** The answer that raised it; null where the officer wrote it. */
	readonly statementId: string | null;
	readonly questionId: string | null;
	readonly kept: Kept | null;
	/** Whether the promise was kept; null while it is open. */
	readonly done: 'done' | 'not_done' | null;
	readonly doneOn: string | null;
	/** Managers have agreed, by silence or in words: it changes no more. */
	readonly final: boolean;
	readonly version: number;
}

/** Something the young person said that asks to be talked about, and is no point yet. */
export interface PointSuggestion {
	readonly statementId: string;
	readonly questionId: string;
	/** Which line, where the answer is a list of them. */
	readonly line: number;
	readonly question: string;
	readonly words: string;
	readonly language: string;
	readonly starred: boolean;
	readonly kept: Kept | null;
}

/**
 * How far the decisions of a meeting are.
 * - `open` the chair writes · `sent` managers may object · `objected` the chair answers · `final` they change no more
 */
export type DecisionsState = 'open' | 'sent' | 'objected' | 'final';

export interface ObjectionView {
	readonly id: string;
	readonly by: string;
	readonly words: string;
	readonly at: number;
	readonly answer: {
		readonly words: string;
		readonly by: string;
		readonly at: number;
	} | null;
}

export interface DecisionsStanding {
	readonly state: DecisionsState;
	readonly sentAt: number | null;
	readonly objectUntil: number | null;
	readonly finalAt: number | null;
	/** Oldest first. */
	readonly objections: readonly ObjectionView[];
}

/** What is sealed in `meeting_outcomes.outcome_sealed`. */
export interface Outcome {
	/** Who was there, a line each. */
	readonly present: string;
	/** Whether the plan is to change. */
	readonly planChange: 'yes' | 'no' | null;
	/** London date. */
	readonly nextBy: string | null;
}

export interface OutcomeView extends Outcome {
	readonly heldOn: string | null;
	readonly completedAt: number | null;
	readonly version: number;
}

export interface ParticipationView {
	readonly attended: Attended | null;
	readonly conveyed: Conveyed | null;
	readonly code: ParticipationCode | null;
	/** Null for one that came from the case system, or while there is none. */
	readonly confirmed: { readonly at: number; readonly by: string } | null;
	readonly suggested: ParticipationCode | null;
	/** What the Department for Education would refuse of the code as it stands. */
	readonly faults: readonly CodeFault[];
	readonly sentStatement: boolean;
}

/** What comes after a meeting, for one of its young people, as its chair works on it. */
export interface AfterView {
	readonly meeting: MeetingView;
	/** Whom it is about; the others are a link away, and nothing of theirs is here. */
	readonly youngPerson: { readonly id: string; readonly name: string; readonly ageOnDay: number };
	readonly others: readonly { readonly id: string; readonly name: string }[];
	readonly clocks: readonly MeetingClock[];
	readonly outcome: OutcomeView;
	readonly participation: ParticipationView;
	readonly suggestions: readonly PointSuggestion[];
	readonly decisions: readonly DecisionView[];
	/** Points of all its young people that nothing was decided about: decisions are sent when there are none. */
	readonly undecided: number;
	readonly standing: DecisionsStanding;
	readonly mayChange: boolean;
	/** Staff who may own a decision, by name. */
	readonly staff: readonly { readonly id: string; readonly name: string }[];
	readonly record: { readonly begun: boolean; readonly sentAt: number | null };
}

/** A meeting in the managers' list. */
export interface DecisionsRow {
	readonly meeting: MeetingView;
	readonly heldOn: string | null;
	readonly state: DecisionsState;
	readonly sentAt: number | null;
	readonly objectUntil: number | null;
	readonly finalAt: number | null;
	readonly youngPeople: readonly string[];
	readonly decisions: number;
}

export interface DecisionsList {
	readonly waiting: readonly DecisionsRow[];
	readonly objected: readonly DecisionsRow[];
	/** A page of them, newest first. */
	readonly final: readonly DecisionsRow[];
	readonly page: number;
	readonly pages: number;
}

/** The decisions of a meeting, as a manager reads them. */
export interface DecisionsView extends DecisionsStanding {
	readonly meeting: MeetingView;
	readonly heldOn: string | null;
	readonly planChange: Outcome['planChange'];
	readonly youngPeople: readonly {
		readonly id: string;
		readonly name: string;
		readonly decisions: readonly DecisionView[];
	}[];
	/** Whether this reader may object or agree now. */
	readonly mayObject: boolean;
	readonly mayAgree: boolean;
}

/** What is sealed in `records.words_sealed`. */
export interface RecordWords extends DecisionWords {
	/** As they were when it was sent; null before. */
	readonly decisions: readonly DecisionView[] | null;
}

export interface RecordView {
	readonly meeting: MeetingView;
	readonly heldOn: string;
	readonly youngPerson: { readonly id: string; readonly name: string };
	readonly words: string;
	readonly decisions: readonly DecisionView[];
	/** Whether managers may still object to them. */
	readonly final: boolean;
	readonly clock: MeetingClock | null;
	readonly sent: { readonly at: number; readonly by: string } | null;
	readonly version: number;
}
