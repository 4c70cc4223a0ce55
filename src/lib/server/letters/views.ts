import type { MeetingClock } from '../../meetings/clocks.ts';
import type { LetterDecision, LetterWords, Paper } from '../../meetings/letter.ts';
import type { MeetingView } from '../statements/views.ts';

export type LetterState = 'draft' | 'approved' | 'sent';

/** One young person of a meeting, in the list of its letters. */
export interface LetterRowView {
	readonly youngPerson: { readonly id: string; readonly name: string; readonly age: number };
	/** Null where nobody began it. */
	readonly state: LetterState | null;
	/** By when it should be with them; null before the meeting was held. */
	readonly clock: MeetingClock | null;
	readonly approvedAt: number | null;
	readonly sentAt: number | null;
	readonly readAt: number | null;
	/** They asked about it with one tap. */
	readonly askedAt: number | null;
	/** What they said afterwards: whether what they sent was talked about. */
	readonly afterwards: Afterwards | null;
}

/** The answer to question 4 of *After my meeting*, where this reader may open it. */
export interface Afterwards {
	readonly statementId: string;
	readonly talkedAbout: 'all' | 'some' | 'no' | 'nothing_sent' | 'not_sure' | null;
	readonly sentAt: number;
}

export interface LettersOfMeeting {
	readonly meeting: MeetingView & { readonly heldOn: string | null };
	readonly letters: readonly LetterRowView[];
}

/** A letter as its officer writes it. */
export interface ComposeView {
	readonly meeting: LettersOfMeeting['meeting'];
	readonly clock: MeetingClock | null;
	readonly youngPerson: { readonly id: string; readonly name: string; readonly age: number };
	/** The language they read, and whether Sayso speaks it. */
	readonly reads: string;
	readonly spoken: boolean;
	readonly letterId: string | null;
	readonly state: LetterState;
	readonly version: number;
	readonly words: LetterWords;
	readonly decisions: readonly LetterDecision[];
	/** Points without a decision: none of them is in the letter. */
	readonly undecided: number;
	/** Managers may still object to what was decided. */
	readonly open: boolean;
	/** Without one they read it on paper. */
	readonly hasAccount: boolean;
	/** As they will see it now; once it is sent, as they see it. */
	readonly paper: Paper;
	/** It was approved, and something in it changed since: it has to be approved again. */
	readonly stale: boolean;
	readonly approved: { readonly by: string; readonly at: number } | null;
	readonly sentAt: number | null;
	readonly readAt: number | null;
	readonly askedAt: number | null;
	readonly afterwards: Afterwards | null;
	readonly mayWrite: boolean;
}

/** A letter of their own in a list. */
export interface OwnLetterRow {
	readonly id: string;
	readonly title: string;
	/** Of the title. */
	readonly language: string;
	readonly sentAt: number;
	readonly readAt: number | null;
}

export interface OwnLetterView {
	readonly id: string;
	readonly meetingId: string;
	readonly paper: Paper;
	readonly sentAt: number;
	/** They said that they want to ask about it. */
	readonly askedAt: number | null;
	/** They said how the meeting was already. */
	readonly saidHow: boolean;
}
