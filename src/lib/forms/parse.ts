import {
	DAY_PARTS,
	SORT_PLACES,
	WEEKDAYS,
	type Answer,
	type NamedPerson,
	type SortPlace
} from './answers.ts';
import { cleanLine, cleanText } from './clean.ts';
import type { Option, Question } from './definition.ts';
import { fieldOf, firstOf, linesOf, type Fields } from './fields.ts';

export const MOST = {
	wordsCharacters: 200,
	sayCharacters: 5000,
	listLines: 12,
	lineCharacters: 300,
	people: 20,
	nameCharacters: 80
} as const;

/** What a page knows beside the form, that an answer may name. */
export interface Around {
	/** Ids of the answers that can be starred. */
	readonly starrable: readonly string[];
	/** Ids of the staff that can be ticked. */
	readonly staff: readonly string[];
	/** Ids of what was promised last time. */
	readonly promises: readonly string[];
	/** Pictures that are with this question already. They come by another door, never in these fields. */
	readonly pictures: readonly string[];
}

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
	| 'person_name_missing';

/**
 * Reads one question's answer from what a page posted. Null when nothing was put in. An option, card, day or person
 * that the form does not offer is refused, never dropped.
 */
export function parseAnswer(question: Question, fields: Fields, around: Around): Parsed {
	const name = fieldOf(question.id);
	const chosen = fields[name] ?? [];
	const first = chosen[0] ?? '';
	switch (question.type) {
		case 'faces':
			return pickOf(name, first, ['1', '2', '3', '4', '5', 'rather_not'], (value) => ({
				kind: 'faces',
				value: Number(value) as 1 | 2 | 3 | 4 | 5
			}));
		case 'yes_no':
			return pickOf(name, first, ['yes', 'no', 'not_sure', 'rather_not'], (value) => ({
				kind: 'yes_no',
				value: value === 'yes' ? 'yes' : 'no'
			}));
		case 'pick':
			return pickOf(name, first, idsOf(question.options), (value) => ({ kind: 'pick', value }));
		case 'picks':
			return picks(question.id, chosen, idsOf(question.options), fields, question.other === true);
		case 'sort':
			return sort(question.id, idsOf(question.cards), fields);
		case 'words': {
			const text = cleanLine(first);
			if (text.length > MOST.wordsCharacters) return tooLong(name, MOST.wordsCharacters);
			return answered(text === '' ? null : { kind: 'words', text });
		}
		case 'say': {
			const text = cleanText(first);
			if (text.length > MOST.sayCharacters) return tooLong(name, MOST.sayCharacters);
			const { pictures } = around;
			const empty = text === '' && pictures.length === 0;
			return answered(empty ? null : { kind: 'say', text, pictures });
		}
		case 'people':
			return people(question.id, idsOf(question.choices ?? []), fields);
		case 'when':
			return when(question.id, fields);
		case 'list':
			return list(question.id, fields);
		case 'star':
			return star(question.id, first, fields, around);
		case 'promises':
			return promises(question.id, idsOf(question.choices), fields, around.promises);
		case 'audience': {
			if (!chosen.every((id) => around.staff.includes(id))) return unknown(name);
			return answered({ kind: 'audience', staff: [...new Set(chosen)] });
		}
	}
}

const answered = (answer: Answer | null): Parsed => ({ ok: true, answer });
const unknown = (field: string): Parsed => ({ ok: false, code: 'answer_unknown', field });
const tooLong = (field: string, most: number): Parsed => ({
	ok: false,
	code: 'answer_too_long',
	field,
	most
});
const idsOf = (options: readonly Option[]): string[] => options.map(({ id }) => id);

function pickOf(
	field: string,
	value: string,
	offered: readonly string[],
	make: (value: string) => Answer
): Parsed {
	if (value === '') return answered(null);
	if (!offered.includes(value)) return unknown(field);
	return answered(value === 'not_sure' || value === 'rather_not' ? { kind: value } : make(value));
}

function picks(
	id: string,
	chosen: readonly string[],
	offered: readonly string[],
	fields: Fields,
	hasOther: boolean
): Parsed {
	const field = fieldOf(id);
	const values = [...new Set(chosen)];
	if (!values.every((value) => offered.includes(value))) return unknown(field);
	const otherField = fieldOf(id, 'other');
	const other = hasOther ? cleanLine(firstOf(fields, otherField)) : '';
	if (other.length > MOST.wordsCharacters) return tooLong(otherField, MOST.wordsCharacters);
	const none = values.find((value) => value === 'not_sure' || value === 'rather_not');
	if (none === undefined) {
		if (values.length === 0 && other === '') return answered(null);
		return answered({ kind: 'picks', values, ...(other === '' ? {} : { other }) });
	}
	// “I don't want to say” beside a feeling: only they can tell which one they meant.
	if (values.length > 1 || other !== '') return { ok: false, code: 'answer_both_kinds', field };
	return answered({ kind: none === 'not_sure' ? 'not_sure' : 'rather_not' });
}

function sort(id: string, cards: readonly string[], fields: Fields): Parsed {
	const sorted: Record<string, SortPlace> = {};
	for (const card of cards) {
		const value = firstOf(fields, fieldOf(id, card));
		if (value === '') continue;
		const place = SORT_PLACES.find((known) => known === value);
		if (!place) return unknown(fieldOf(id, card));
		sorted[card] = place;
	}
	return answered(Object.keys(sorted).length === 0 ? null : { kind: 'sort', cards: sorted });
}

function people(id: string, choices: readonly string[], fields: Fields): Parsed {
	const named: NamedPerson[] = [];
	for (const [line, typed] of linesOf(fields, id, 'name', MOST.people + 1).entries()) {
		const field = fieldOf(id, `name-${line}`);
		const name = cleanLine(typed);
		const choice = firstOf(fields, fieldOf(id, `choice-${line}`));
		if (name === '' && choice === '') continue;
		if (choice !== '' && !choices.includes(choice)) return unknown(fieldOf(id, `choice-${line}`));
		if (name === '') return { ok: false, code: 'person_name_missing', field };
		if (name.length > MOST.nameCharacters) return tooLong(field, MOST.nameCharacters);
		if (named.length === MOST.people)
			return { ok: false, code: 'answer_too_many', field, most: MOST.people };
		named.push({ name, ...(choice === '' ? {} : { choice }) });
	}
	return answered(named.length === 0 ? null : { kind: 'people', people: named });
}

function when(id: string, fields: Fields): Parsed {
	const chosenDays = fields[fieldOf(id, 'day')] ?? [];
	const chosenParts = fields[fieldOf(id, 'part')] ?? [];
	const days = WEEKDAYS.filter((day) => chosenDays.includes(day));
	const parts = DAY_PARTS.filter((part) => chosenParts.includes(part));
	if (days.length < new Set(chosenDays).size) return unknown(fieldOf(id, 'day'));
	if (parts.length < new Set(chosenParts).size) return unknown(fieldOf(id, 'part'));
	return answered(days.length + parts.length === 0 ? null : { kind: 'when', days, parts });
}

function list(id: string, fields: Fields): Parsed {
	const lines: string[] = [];
	for (const [at, typed] of linesOf(fields, id, 'line', MOST.listLines + 1).entries()) {
		const field = fieldOf(id, `line-${at}`);
		const line = cleanLine(typed);
		if (line.length > MOST.lineCharacters) return tooLong(field, MOST.lineCharacters);
		if (line === '') continue;
		if (lines.length === MOST.listLines)
			return { ok: false, code: 'answer_too_many', field, most: MOST.listLines };
		lines.push(line);
	}
	return answered(lines.length === 0 ? null : { kind: 'list', lines });
}

function star(id: string, chosen: string, fields: Fields, around: Around): Parsed {
	const field = fieldOf(id, 'text');
	const text = cleanText(firstOf(fields, field));
	const { pictures, starrable } = around;
	if (text.length > MOST.sayCharacters) return tooLong(field, MOST.sayCharacters);
	if (chosen !== '' && chosen !== 'this' && !starrable.includes(chosen))
		return unknown(fieldOf(id));
	const wrote = text !== '' || pictures.length > 0;
	if (!wrote && (chosen === '' || chosen === 'this')) return answered(null);
	return answered({ kind: 'star', starred: chosen === '' ? 'this' : chosen, text, pictures });
}

function promises(
	id: string,
	choices: readonly string[],
	fields: Fields,
	known: readonly string[]
): Parsed {
	const given: Record<string, string> = {};
	for (const promise of known) {
		const field = fieldOf(id, promise);
		const choice = firstOf(fields, field);
		if (choice === '') continue;
		if (!choices.includes(choice)) return unknown(field);
		given[promise] = choice;
	}
	return answered(Object.keys(given).length === 0 ? null : { kind: 'promises', promises: given });
}
