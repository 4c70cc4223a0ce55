import type { Answer } from './answers.ts';
import type { Option } from './definition.ts';

export const MOST = {
	wordsCharacters: 200,
	sayCharacters: 5000,
	listLines: 12,
	lineCharacters: 300,
	agendaItems: 20,
	people: 20,
	/** Lines for people on a page: those they can tap, and those they write. */
	peopleLines: 60,
	nameCharacters: 80
} as const;

/** A key under `errors:`, and the field to go to. */
export type Parsed =
	| { readonly ok: true; readonly answer: Answer | null }
	| {
			readonly ok: false;
			readonly code: ParseCode;
			readonly field: string;
			readonly most?: number;
	  };

export type ParseCode =
	| 'answer_unknown'
	| 'answer_too_long'
	| 'answer_both_kinds'
	| 'answer_too_many'
	| 'answer_no_day'
	| 'person_name_missing';

export const answered = (answer: Answer | null): Parsed => ({ ok: true, answer });
export const unknown = (field: string): Parsed => ({ ok: false, code: 'answer_unknown', field });
export const tooLong = (field: string, most: number): Parsed => ({
	ok: false,
	code: 'answer_too_long',
	field,
	most
});
export const tooMany = (field: string, most: number): Parsed => ({
	ok: false,
	code: 'answer_too_many',
	field,
	most
});

export const idsOf = (options: readonly Option[]): string[] => options.map(({ id }) => id);

/** “Not sure” or “don't want to say”, which are answers of their own. */
export const isNone = (value: string): value is 'not_sure' | 'rather_not' =>
	value === 'not_sure' || value === 'rather_not';
