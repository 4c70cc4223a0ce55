import type { Answer } from '../../forms/answers.ts';
import type { Face } from '../../forms/definition.ts';
import type { Sentence, Wording } from '../../forms/wording.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import type { RequestHandler, RequestKind } from '../../rights/requests.ts';
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
	/** Its author wrote more to it. */
	| { readonly kind: 'added'; readonly at: number }
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
	/** Something in it became a decision, and they have been told of it. */
	| {
			readonly kind: 'talked_about';
			readonly at: number;
			readonly meeting: MeetingView;
			/** `YYYY-MM-DD` */
			readonly heldOn: string;
	  }
	| {
			readonly kind: 'opened';
			readonly at: number;
			readonly by: string;
			readonly asChair: boolean;
	  }
	/** Somebody took the alert it raised; told to its author alone. */
	| { readonly kind: 'alert_taken'; readonly at: number; readonly by: string }
	| { readonly kind: 'reply'; readonly at: number; readonly by: string; readonly reply: ReplyView };

export interface ReplyView {
	readonly id: string;
	/** Code of a ready reply, to be said in the reader's language; or null. */
	readonly readyReply: string | null;
	/** A ready reply of the council's own, by language; or null. */
	readonly readyWords: Readonly<Record<string, string>> | null;
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
	/** `delivered`: it has no meeting to find. */
	readonly state: 'waiting' | 'linked' | 'closed' | 'delivered';
	readonly meeting: MeetingView | null;
	readonly trail: readonly TrailStep[];
}

export interface AnswerView {
	readonly questionId: string;
	readonly answer: Answer;
	readonly chairOnly: boolean;
	readonly language: string;
}

/** What its author wrote after it was sent. */
export interface AdditionView {
	readonly id: string;
	readonly words: string;
	readonly language: string;
	readonly addedAt: number;
}

/** A statement as its author reads it again. */
export interface OwnStatementView extends SentView {
	readonly language: string;
	readonly face: Face;
	readonly wording: Wording;
	readonly answers: readonly AnswerView[];
	readonly additions: readonly AdditionView[];
	/** Everybody who may open it, by name. */
	readonly readers: readonly {
		readonly name: string;
		readonly role: string;
		readonly chair: boolean;
	}[];
	/** Of a request: who answers it, where that is not one person. */
	readonly handler: RequestHandler | null;
	/** Nobody has opened it, so it can still be had back. */
	readonly mayTakeBack: boolean;
	/** It raised an alert, which stays whatever becomes of it. */
	readonly alerted: boolean;
	/** It is not over, so more can be said. */
	readonly mayAdd: boolean;
}

/** What a young person keeps with their things: the open draft of a form that is never sent. */
export interface Kept {
	readonly wording: Wording;
	/** Only what was answered. Pictures and voice notes stay with their author. */
	readonly answers: readonly AnswerView[];
	readonly updatedAt: number;
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
	/** Questions whose answers nobody may be told came from this young person. */
	readonly protectedQuestions: readonly string[];
	readonly additions: readonly AdditionView[];
	/** What people should know to talk with them well, as they keep it. */
	readonly aboutMe: Kept | null;
	/** Who helped on a device they had started it on; null when it was said without such help. */
	readonly helper: {
		readonly name: string;
		readonly role: string;
		readonly device: 'helpers' | 'own';
	} | null;
	/** Requests its answers asked for, that this reader has to know of. */
	readonly asked: readonly RequestKind[];
	readonly trail: readonly TrailStep[];
	readonly mayReply: boolean;
	/** Whether this reader may see the young person’s own page. */
	readonly maySeePerson: boolean;
	/** Whether it may lead this reader to a concern about their care. */
	readonly mayRaiseConcern: boolean;
	/** It came to them as a request. */
	readonly isRequest: boolean;
	/** What it raised: one call for help, of one kind or more. */
	readonly alert: {
		readonly id: string;
		readonly kinds: readonly string[];
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
		/** Null while there is something in it that whoever chairs has not opened. */
		readonly openedAt: number | null;
		readonly repliedAt: number | null;
		/** It names an answer nobody may be told came from them. */
		readonly protects: boolean;
	}[];
	readonly draftBegun: boolean;
	/** `new` something unopened · `opened` · `answered` · `draft` begun, not sent · `not_heard` near and nothing sent · `none` */
	readonly state: 'new' | 'opened' | 'answered' | 'draft' | 'not_heard' | 'none';
}

export interface AlertView {
	readonly id: string;
	readonly kind: string;
	readonly youngPerson: { readonly id: string; readonly name: string };
	/** Where this reader may open the statement it came with. */
	readonly statementId: string | null;
	readonly raisedAt: number;
	readonly acknowledgedBy: string | null;
	readonly acknowledgedAt: number | null;
	/** How often the next in line were told, as nobody took it. */
	readonly passedOn: number;
}

export interface InboxView {
	readonly alerts: readonly AlertView[];
	readonly rows: readonly InboxRow[];
	/** Statements with no meeting planned. */
	readonly waiting: readonly (InboxRow['statements'][number] & {
		readonly youngPerson: InboxRow['youngPerson'];
	})[];
	/** Sent to them as reviewing officer, for no meeting: the latest, and what nobody has opened. */
	readonly delivered: InboxView['waiting'];
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
	/** What else it leads to: an alert, a request, a concern. */
	readonly subjectId: string | null;
	readonly meeting: MeetingView | null;
	/** The meeting is the reader’s to chair. */
	readonly mayAct: boolean;
	readonly createdAt: number;
}

/** A statement in the list of somebody the young person ticked, or whose it is as their worker. */
export interface SentToView {
	readonly id: string;
	readonly youngPerson: { readonly id: string; readonly name: string };
	readonly title: Sentence;
	readonly language: string;
	readonly sentAt: number;
	readonly meeting: MeetingView | null;
	/** When this reader opened it; null while there is something in it they have not. */
	readonly openedAt: number | null;
	/** It was for them, as their worker. */
	readonly forWorker: boolean;
	/** It waits for a date of its meeting. */
	readonly waits: boolean;
}
