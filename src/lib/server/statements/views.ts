import type { Answer } from '../../forms/answers.ts';
import type { Face, Facts } from '../../forms/definition.ts';
import type { Sentence, Wording } from '../../forms/wording.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import type { NoticeKind } from '../notices/kinds.ts';

export interface MeetingView {
	readonly id: string;
	readonly kind: MeetingKind;
	/** Null while there is no date. */
	readonly scheduledAt: number | null;
	/** Who chairs it: the meeting's chair, or the allocated officer. */
	readonly chair: { readonly id: string; readonly name: string } | null;
	/** Whole London days from today; negative when past. */
	readonly daysAway: number | null;
}

/** One thing that became of a statement, oldest first. */
export type TrailStep =
	| { readonly kind: 'sent'; readonly at: number }
	| { readonly kind: 'waiting'; readonly at: number }
	| {
			readonly kind: 'linked';
			readonly at: number;
			readonly meeting: MeetingView;
			readonly reason: string;
	  }
	| { readonly kind: 'meeting_cancelled'; readonly at: number; readonly meeting: MeetingView }
	/** The meeting lost its date, or is no longer about this young person. */
	| { readonly kind: 'meeting_gone'; readonly at: number; readonly meeting: MeetingView }
	| { readonly kind: 'missed'; readonly at: number; readonly meeting: MeetingView }
	| {
			readonly kind: 'opened';
			readonly at: number;
			readonly by: string;
			readonly asChair: boolean;
	  }
	| { readonly kind: 'reply'; readonly at: number; readonly by: string; readonly reply: ReplyView };

export interface ReplyView {
	readonly id: string;
	/** Code of a ready reply, to be said in the reader's language; or null. */
	readonly readyReply: string | null;
	/** The officer's own words; or null. */
	readonly words: string | null;
	/** Language of `words`. */
	readonly language: string;
	readonly seenAt: number | null;
}

/** A statement in a list of the young person's own. */
export interface SentView {
	readonly id: string;
	readonly formId: string;
	readonly title: Sentence;
	readonly sentAt: number;
	readonly state: 'waiting' | 'linked' | 'closed';
	readonly meeting: MeetingView | null;
	readonly trail: readonly TrailStep[];
}

export interface AnswerView {
	readonly questionId: string;
	readonly answer: Answer;
	readonly chairOnly: boolean;
	readonly language: string;
}

/** A statement as its author reads it again. */
export interface OwnStatementView extends SentView {
	readonly language: string;
	readonly face: Face;
	readonly wording: Wording;
	readonly answers: readonly AnswerView[];
	/** Everybody who may open it, by name. */
	readonly readers: readonly {
		readonly name: string;
		readonly role: string;
		readonly chair: boolean;
	}[];
}

/** A statement as staff read it: answers kept for the chair are there for the chair alone. */
export interface DeskStatementView {
	readonly id: string;
	readonly youngPerson: {
		readonly id: string;
		readonly name: string;
		readonly age: number;
		readonly language: string;
	};
	readonly formId: string;
	readonly sentAt: number;
	readonly language: string;
	readonly dialect: string | null;
	readonly face: Face;
	readonly meeting: MeetingView | null;
	readonly wording: Wording;
	readonly answers: readonly AnswerView[];
	readonly trail: readonly TrailStep[];
	readonly mayReply: boolean;
	readonly alert: {
		readonly id: string;
		readonly kind: string;
		readonly acknowledgedBy: string | null;
		readonly acknowledgedAt: number | null;
	} | null;
}

/** A row of the inbox: one young person at one meeting. */
export interface InboxRow {
	readonly meeting: MeetingView;
	readonly youngPerson: { readonly id: string; readonly name: string; readonly age: number };
	readonly statements: readonly {
		readonly id: string;
		readonly formId: string;
		readonly title: Sentence;
		readonly language: string;
		readonly face: Face;
		readonly sentAt: number;
		readonly openedAt: number | null;
		readonly repliedAt: number | null;
	}[];
	readonly draftBegun: boolean;
	/** `new` something unopened · `opened` · `answered` · `draft` begun, not sent · `not_heard` near and nothing sent · `none` */
	readonly state: 'new' | 'opened' | 'answered' | 'draft' | 'not_heard' | 'none';
}

export interface AlertView {
	readonly id: string;
	readonly kind: string;
	readonly youngPerson: { readonly id: string; readonly name: string };
	readonly statementId: string | null;
	readonly raisedAt: number;
	readonly acknowledgedBy: string | null;
	readonly acknowledgedAt: number | null;
}

export interface InboxView {
	readonly alerts: readonly AlertView[];
	readonly rows: readonly InboxRow[];
	/** Statements with no meeting planned. */
	readonly waiting: readonly (InboxRow['statements'][number] & {
		readonly youngPerson: InboxRow['youngPerson'];
	})[];
	/** Near meetings with nothing sent. */
	readonly notHeard: number;
	readonly notices: readonly NoticeView[];
	readonly nextPage: string | null;
}

export interface NoticeView {
	readonly id: string;
	readonly kind: NoticeKind;
	readonly youngPersonName: string | null;
	/** Who did what it tells of: took an alert, replied, or now chairs. */
	readonly byName: string | null;
	readonly statementId: string | null;
	readonly meeting: MeetingView | null;
	readonly createdAt: number;
}

/** A statement in the list of somebody the young person ticked. */
export interface SentToView {
	readonly id: string;
	readonly youngPerson: { readonly id: string; readonly name: string };
	readonly title: Sentence;
	readonly language: string;
	readonly sentAt: number;
	readonly meeting: MeetingView | null;
	/** When this reader first opened it. */
	readonly openedAt: number | null;
}

/** What a young person's own page shows. */
export interface HomeView {
	readonly knownAs: string;
	readonly facts: Facts;
	readonly next: MeetingView | null;
	/** Planned, and begun today; soonest first. */
	readonly meetings: readonly MeetingView[];
	readonly drafts: readonly { readonly formId: string; readonly updatedAt: number }[];
	readonly sent: readonly SentView[];
	readonly notices: readonly NoticeView[];
}
