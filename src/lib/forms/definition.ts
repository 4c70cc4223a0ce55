import type { MeetingKind } from '../meetings/kinds.ts';
import type { CareStatus } from '../meetings/care.ts';
import type { RequestKind } from '../rights/requests.ts';

/**
 * The form language. A form is data: its questions, in order, on pages. Its words stand in the locale files under the
 * namespace that bears the form's id. Nothing else has to know a single form: page, check, statement and figures are
 * drawn from this.
 */
export interface Form {
	/** Its id, its path and its namespace in the locale files, such as `before-my-review`. */
	readonly id: string;
	/** Raised with every change of a question's meaning. What was sent keeps the version it was sent under. */
	readonly version: number;
	/** Drawn beside its name: a drawing of `components/icons.ts`. */
	readonly picture: string;
	/** Under which heading of their own page it stands. */
	readonly group: FormGroup;
	/** Who gets it first. */
	readonly goesTo: GoesTo;
	/** Whom it is offered to, by what is known of them; without it, everybody. Who has its address may still use it. */
	readonly offered?: Condition;
	/** What they are asked about is their last meeting that was held, not the next. */
	readonly looksBack?: true;
	/** A new one begins with what they said last time, which is shown beside it. */
	readonly carriesOver?: true;
	/** Forms to go on with once this one is sent, where what they said asks for it. */
	readonly leadsTo?: readonly { readonly when: Condition; readonly form: string }[];
	/** The meetings a statement of this form is made for; without it, it stands by itself. */
	readonly meetings?: {
		/** It links to the next planned one of these. */
		readonly kinds: readonly MeetingKind[];
		/** When one of these is planned too, the young person is asked which. */
		readonly alsoFits: readonly MeetingKind[];
	};
	readonly faces: readonly Face[];
	/**
	 * Where somebody who has said enough goes on: the first of these pages still to come. A long form must not cost the
	 * most important answer, nor the question whether they are safe.
	 */
	readonly landings?: readonly string[];
	readonly pages: readonly FormPage[];
}

export const FORM_GROUPS = ['meeting', 'tell', 'ask', 'me'] as const;
export type FormGroup = (typeof FORM_GROUPS)[number];

/**
 * - `chair`: whoever chairs the meeting it goes to; with no meeting, their reviewing officer
 * - `worker`: their social worker or adviser
 * - `kept`: nobody is sent it; it is kept with their things, and stands beside what they send
 * - `outside`: it is asked over a link, of somebody without an account; what becomes of it, its kind says
 * - a request: whoever handles its kind (`rights/requests.ts`), and nobody they did not tick
 */
export type GoesTo = 'chair' | 'worker' | 'kept' | 'outside' | { readonly request: RequestKind };

/**
 * How a form speaks: standard; Easy, with few questions and pictures; or grown-up, the same facts in an adult tone.
 * The question ids are the same in all three, so a person may change between them and lose nothing.
 */
export const FACES = ['standard', 'easy', 'grown_up'] as const;
export type Face = (typeof FACES)[number];

/** One question, or a tight group that belongs together, such as a face and “what would make it better?”. */
export interface FormPage {
	/** Part of the page's address; the id of its first question as a rule. */
	readonly id: string;
	/** A heading over several pages, for the check page and the statement: a key under `sections.` of the form. */
	readonly section: string;
	readonly faces: readonly Face[];
	/** Shown only when this holds. What was answered stays kept while it is not shown, and is not sent. */
	readonly when?: Condition;
	/** Tells something and asks nothing: it has no questions, and its `title` and `text` stand under `notes.<id>`. */
	readonly note?: true;
	readonly questions: readonly Question[];
}

/** What is known of the young person before they say a word. */
export interface Facts {
	readonly unaccompanied: boolean;
	readonly age: number;
	/** What was promised at their last meeting, by id. Empty until there is any. */
	readonly promises: readonly PromiseFact[];
	/** What the council does for them today; empty where it is not known. */
	readonly statuses: readonly CareStatus[];
	/** The kinds of their meetings that are planned. */
	readonly planned: readonly MeetingKind[];
	/** A meeting of theirs was held in the last weeks (`people/facts.ts`). */
	readonly justHeld: boolean;
	/** … and its write-up should be with them by now. */
	readonly writeUpDue: boolean;
}

/** Something that was promised to them. */
export interface PromiseFact {
	readonly id: string;
	/** As it was promised. */
	readonly words: string;
	/** The same in other languages, by tag, where an interpreter gave it. */
	readonly inLanguage?: Readonly<Record<string, string>>;
}

export type Condition =
	| { readonly question: string; readonly is: readonly string[] }
	| { readonly fact: 'unaccompanied' }
	| { readonly fact: 'promises' }
	| { readonly fact: 'age_from'; readonly years: number }
	/** One of these is so, or nothing is known. */
	| { readonly fact: 'status'; readonly is: readonly CareStatus[] }
	| { readonly fact: 'planned'; readonly kinds: readonly MeetingKind[] }
	| { readonly fact: 'just_held' }
	| { readonly fact: 'write_up_due' }
	| { readonly not: Condition }
	| { readonly any: readonly Condition[] }
	| { readonly all: readonly Condition[] };

interface QuestionBase {
	/** Stable for ever: answers, figures and translations hang on it. That of the question bank (`1`, `Z1`, …). */
	readonly id: string;
	/** Whether it can be left only by answering. Nearly nothing is. */
	readonly required?: true;
	/** Within its page, shown only in these faces; otherwise in all of the page's. */
	readonly faces?: readonly Face[];
	/** Raises an alert for a human when answered so. */
	readonly alert?: { readonly when: readonly string[]; readonly kind: AlertKind };
	/** Asks for something, as the form for it would, when answered so. One request of a kind is open at a time. */
	readonly asks?: { readonly when: readonly string[]; readonly kind: RequestKind };
	/** Folded away below this question of the same page, as “say how” is below “I can”. */
	readonly under?: string;
	/** Said with the words of this id wherever it has none of its own, as “how can you show it?” is below every skill. */
	readonly wordedAs?: string;
	/** Drawn beside its title in the Easy face: a drawing of `components/icons.ts`. */
	readonly picture?: string;
}

export type AlertKind = 'not_safe' | 'being_hurt';

/**
 * Ids of options are words (`mostly`), or say how many (`3_or_more`): they are part of the record. Their labels stand under
 * `q.<question>.options.<option>`; `picture` names a drawing of `components/icons.ts` that goes with the label.
 * The ids `not_sure` and `rather_not` give the answers of that name, and may use the shared words of `forms:`.
 */
export interface Option {
	readonly id: string;
	readonly picture?: string;
}

export type Question =
	/** Five faces from 1 (very bad) to 5 (very good). */
	| (QuestionBase & { readonly type: 'faces' })
	| (QuestionBase & { readonly type: 'yes_no' })
	| (QuestionBase & { readonly type: 'pick'; readonly options: readonly Option[] })
	| (QuestionBase & {
			readonly type: 'picks';
			readonly options: readonly Option[];
			/** Offers “something else” with a line to write. */
			readonly other?: true;
	  })
	/** A number from 0 to 10, its ends said under `options.low` and `options.high`; five faces in the Easy face. */
	| (QuestionBase & { readonly type: 'scale' })
	/** Cards put into places by tapping: good, OK and not good where no others are given. */
	| (QuestionBase & {
			readonly type: 'sort';
			readonly cards: readonly Option[];
			readonly places?: readonly Option[];
	  })
	/** A short line. */
	| (QuestionBase & { readonly type: 'words' })
	/** A day, as near as they know it. */
	| (QuestionBase & { readonly type: 'date' })
	/** In their own words, and with a drawing, photos or a voice note. */
	| (QuestionBase & { readonly type: 'say' })
	/** Names, each with a choice where `choices` are given (such as too much, right, not enough). */
	| (QuestionBase & {
			readonly type: 'people';
			readonly choices?: readonly Option[];
			/** Their own social worker, officer and chairs are offered by name. */
			readonly staff?: true;
			/** Whoever of the staff is named here can never open what is sent, nor handle it. */
			readonly locksOut?: true;
	  })
	/** Days of the week and parts of the day. */
	| (QuestionBase & { readonly type: 'when' })
	/** Several short lines, in order. */
	| (QuestionBase & { readonly type: 'list' })
	/** The most important thing: what they write here, or one of the answers they gave before. */
	| (QuestionBase & { readonly type: 'star' })
	/** What to talk about, in order: cards that are given and lines of their own, one of them starred. */
	| (QuestionBase & { readonly type: 'agenda'; readonly cards: readonly Option[] })
	/** Which of the answers they gave nobody may be told came from them. Told to the chair before anything goes out. */
	| (QuestionBase & { readonly type: 'protect' })
	/** What was promised last time, each with how it went. */
	| (QuestionBase & { readonly type: 'promises'; readonly choices: readonly Option[] })
	/** Who gets it beside the chair: staff of this young person, by id. */
	| (QuestionBase & { readonly type: 'audience' });

export type QuestionType = Question['type'];
