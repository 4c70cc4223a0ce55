/**
 * What somebody answered. Skipped, not sure and “don't want to say” are three different things and stay so, down to
 * the figures. No answer at all means the question was never come to.
 */
export type Answer =
	| { readonly kind: 'skipped' }
	| { readonly kind: 'not_sure' }
	| { readonly kind: 'rather_not' }
	| Given;

/** An answer in substance. `kind` is the type of its question. */
export type Given =
	| { readonly kind: 'faces'; readonly value: 1 | 2 | 3 | 4 | 5 }
	| { readonly kind: 'yes_no'; readonly value: 'yes' | 'no' }
	| { readonly kind: 'pick'; readonly value: string }
	| { readonly kind: 'picks'; readonly values: readonly string[]; readonly other?: string }
	/** 0 to 10. */
	| { readonly kind: 'scale'; readonly value: number }
	/** The place of each card that was put somewhere. */
	| { readonly kind: 'sort'; readonly cards: Readonly<Record<string, string>> }
	/** `YYYY-MM-DD` */
	| { readonly kind: 'date'; readonly on: string }
	| { readonly kind: 'words'; readonly text: string }
	| {
			readonly kind: 'say';
			readonly text: string;
			readonly pictures: readonly string[];
			/** Voice notes, by id. */
			readonly sounds?: readonly string[];
	  }
	| { readonly kind: 'people'; readonly people: readonly NamedPerson[] }
	| { readonly kind: 'when'; readonly days: readonly Weekday[]; readonly parts: readonly DayPart[] }
	| { readonly kind: 'list'; readonly lines: readonly string[] }
	| {
			readonly kind: 'star';
			/** The answer that matters most: a question's id, or `this` for the words here. */
			readonly starred: string;
			readonly text: string;
			readonly pictures: readonly string[];
			readonly sounds?: readonly string[];
	  }
	| {
			readonly kind: 'agenda';
			readonly items: readonly AgendaItem[];
			/** The place of the starred item in `items`; null when none is. */
			readonly starred: number | null;
	  }
	/** Ids of the questions whose answers are protected. */
	| { readonly kind: 'protect'; readonly questions: readonly string[] }
	| { readonly kind: 'promises'; readonly promises: Readonly<Record<string, string>> }
	/** Ids of staff, beside the chair. */
	| { readonly kind: 'audience'; readonly staff: readonly string[] };

export const SORT_PLACES = ['good', 'ok', 'not_good'] as const;
export type SortPlace = (typeof SORT_PLACES)[number];

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const DAY_PARTS = ['morning', 'afternoon', 'after_school', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export interface NamedPerson {
	readonly name: string;
	/** Where the question has choices. */
	readonly choice?: string;
	/** Where they chose one of the staff who were offered. */
	readonly staffId?: string;
}

/** A card of the question, or a line of their own. */
export type AgendaItem = { readonly card: string } | { readonly words: string };

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer>>;
