import { SORT_PLACES } from './answers.ts';
import { cleanLine, cleanText } from './clean.ts';
import type { Question } from './definition.ts';
import { fieldOf, firstOf, type Fields } from './fields.ts';
import { date, pickOf, picks, placed, when } from './parse-choices.ts';
import { agenda, list, people } from './parse-lines.ts';
import { answered, idsOf, MOST, tooLong, unknown, type Parsed } from './parsed.ts';

/** What a page knows beside the form, that an answer may name. */
export interface Around {
	/** Ids of the answers that can be starred. */
	readonly starrable: readonly string[];
	/** Ids of the answers that can be protected. */
	readonly protectable: readonly string[];
	/** Ids of the staff that can be ticked. */
	readonly staff: readonly string[];
	/** Ids of what was promised last time. */
	readonly promises: readonly string[];
	/** Ids of the staff they can name among their people. */
	readonly named: readonly { readonly id: string; readonly name: string }[];
	/** Voice notes that are with this question already. */
	readonly sounds: readonly string[];
	/** Pictures that are with this question already. They come by another door, never in these fields. */
	readonly pictures: readonly string[];
}

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
		case 'sort': {
			const places = question.places ? idsOf(question.places) : SORT_PLACES;
			return placed(question.id, idsOf(question.cards), places, fields, (cards) => ({
				kind: 'sort',
				cards
			}));
		}
		case 'scale':
			return pickOf(name, first, SCALE, (value) => ({ kind: 'scale', value: Number(value) }));
		case 'date':
			return date(name, chosen);
		case 'agenda':
			return agenda(question.id, idsOf(question.cards), fields);
		case 'protect': {
			if (!chosen.every((id) => around.protectable.includes(id))) return unknown(name);
			return answered(
				chosen.length === 0 ? null : { kind: 'protect', questions: [...new Set(chosen)] }
			);
		}
		case 'words': {
			const text = cleanLine(first);
			if (text.length > MOST.wordsCharacters) return tooLong(name, MOST.wordsCharacters);
			return answered(text === '' ? null : { kind: 'words', text });
		}
		case 'say': {
			const text = cleanText(first);
			if (text.length > MOST.sayCharacters) return tooLong(name, MOST.sayCharacters);
			const { pictures, sounds } = around;
			const empty = text === '' && pictures.length === 0 && sounds.length === 0;
			return answered(empty ? null : { kind: 'say', text, pictures, ...heard(sounds) });
		}
		case 'people':
			return people(question, fields, around.named);
		case 'when':
			return when(question.id, fields);
		case 'list':
			return list(question.id, fields);
		case 'star':
			return star(question.id, first, fields, around);
		case 'promises':
			return placed(question.id, around.promises, idsOf(question.choices), fields, (given) => ({
				kind: 'promises',
				promises: given
			}));
		case 'audience': {
			if (!chosen.every((id) => around.staff.includes(id))) return unknown(name);
			return answered({ kind: 'audience', staff: [...new Set(chosen)] });
		}
	}
}

/** 0 to 10, and not wanting to say. */
const SCALE = [...Array.from({ length: 11 }, (_, at) => String(at)), 'rather_not'];

const heard = (sounds: readonly string[]) => (sounds.length === 0 ? {} : { sounds });

function star(id: string, chosen: string, fields: Fields, around: Around): Parsed {
	const field = fieldOf(id, 'text');
	const text = cleanText(firstOf(fields, field));
	const { pictures, sounds, starrable } = around;
	if (text.length > MOST.sayCharacters) return tooLong(field, MOST.sayCharacters);
	if (chosen !== '' && chosen !== 'this' && !starrable.includes(chosen))
		return unknown(fieldOf(id));
	const wrote = text !== '' || pictures.length > 0 || sounds.length > 0;
	if (!wrote && (chosen === '' || chosen === 'this')) return answered(null);
	const starred = chosen === '' ? 'this' : chosen;
	return answered({ kind: 'star', starred, text, pictures, ...heard(sounds) });
}
