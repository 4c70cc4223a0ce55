import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE } from '../../../tests/support/sample-form.ts';
import type { Answer } from './answers.ts';
import type { Question } from './definition.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { parseAnswer, type Around } from './parse.ts';
import { MOST } from './parsed.ts';

const questions = SAMPLE.pages.flatMap((page) => page.questions);
const AROUND: Around = {
	starrable: ['7'],
	protectable: ['1', '7'],
	staff: ['s1', 's2'],
	promises: ['p1'],
	pictures: [],
	sounds: [],
	named: []
};

function question(id: string): Question {
	const found = questions.find((one) => one.id === id);
	if (!found) throw new Error(`no question ${id}`);
	return found;
}
const parse = (id: string, fields: Fields, around = AROUND) =>
	parseAnswer(question(id), fields, around);
const answer = (id: string, fields: Fields, around = AROUND) => {
	const parsed = parse(id, fields, around);
	return parsed.ok ? parsed.answer : parsed.code;
};

describe('reading an answer', () => {
	test('nothing put in is no answer, for every type but the audience', () => {
		for (const { id, type } of questions)
			if (type !== 'audience') expect(answer(id, {})).toBeNull();
	});

	test('each type', () => {
		expect(answer('1', { 'a-1': ['4'] })).toEqual({ kind: 'faces', value: 4 });
		expect(answer('3', { 'a-3': ['not_sure'] })).toEqual({ kind: 'not_sure' });
		expect(answer('Z1', { 'a-Z1': ['mostly'] })).toEqual({ kind: 'pick', value: 'mostly' });
		expect(answer('Z1', { 'a-Z1': ['rather_not'] })).toEqual({ kind: 'rather_not' });
		expect(answer('5', { 'a-5': ['calm', 'angry'], 'a-5-other': ['hungry'] })).toEqual({
			kind: 'picks',
			values: ['calm', 'angry'],
			other: 'hungry'
		});
		expect(answer('6', { 'a-6-food': ['not_good'] })).toEqual({
			kind: 'sort',
			cards: { food: 'not_good' }
		});
		expect(
			answer('4', { 'a-4-name-0': [''], 'a-4-name-1': ['Gran'], 'a-4-choice-1': ['right'] })
		).toEqual({ kind: 'people', people: [{ name: 'Gran', choice: 'right' }] });
		expect(answer('10', { 'a-10-day': ['sun', 'mon'], 'a-10-part': ['evening'] })).toEqual({
			kind: 'when',
			days: ['mon', 'sun'],
			parts: ['evening']
		});
		expect(answer('9', { 'a-9-line-0': ['Football'], 'a-9-line-5': ['A key'] })).toEqual({
			kind: 'list',
			lines: ['Football', 'A key']
		});
		expect(answer('8', { 'a-8-p1': ['done'] })).toEqual({
			kind: 'promises',
			promises: { p1: 'done' }
		});
		expect(answer('Z3', { 'a-Z3': ['s2'] })).toEqual({ kind: 'audience', staff: ['s2'] });
		expect(answer('Z3', {})).toEqual({ kind: 'audience', staff: [] });
	});

	test('a scale, a day, an agenda, places of their own, answers to protect', () => {
		expect(answer('12', { 'a-12': ['0'] })).toEqual({ kind: 'scale', value: 0 });
		expect(answer('12', { 'a-12': ['11'] })).toBe('answer_unknown');
		expect(answer('12', { 'a-12': ['rather_not'] })).toEqual({ kind: 'rather_not' });
		expect(answer('13', { 'a-13': ['2026-02-28'] })).toEqual({ kind: 'date', on: '2026-02-28' });
		expect(answer('13', { 'a-13': ['2026-02-30'] })).toBe('answer_no_day');
		expect(answer('13', { 'a-13': ['', 'not_sure'] })).toEqual({ kind: 'not_sure' });
		expect(answer('13', { 'a-13': ['2026-02-28', 'not_sure'] })).toBe('answer_both_kinds');
		expect(
			answer('14', { 'a-14-item-0': ['own:A dog'], 'a-14-add': ['home'], 'a-14-star': ['0'] })
		).toEqual({ kind: 'agenda', items: [{ words: 'A dog' }, { card: 'home' }], starred: 0 });
		expect(answer('14', { 'a-14-add': ['garden'] })).toBe('answer_unknown');
		expect(answer('15', { 'a-15-bank': ['have'] })).toEqual({
			kind: 'sort',
			cards: { bank: 'have' }
		});
		expect(answer('15', { 'a-15-bank': ['good'] })).toBe('answer_unknown');
		expect(answer('16', { 'a-16': ['1'] })).toEqual({ kind: 'protect', questions: ['1'] });
		expect(answer('16', { 'a-16': ['2'] })).toBe('answer_unknown');
	});

	test('a star is on what they wrote, or on an answer they gave', () => {
		const words = { 'a-11-text': ['See my sister'] };
		expect(answer('11', words)).toMatchObject({ starred: 'this', text: 'See my sister' });
		expect(answer('11', { ...words, 'a-11': ['7'] })).toMatchObject({
			starred: '7',
			text: 'See my sister'
		});
		expect(answer('11', { 'a-11': ['this'] })).toBeNull();
	});

	test('a picture without words is an answer', () => {
		expect(answer('2', {}, { ...AROUND, pictures: ['x'] })).toEqual({
			kind: 'say',
			text: '',
			pictures: ['x']
		});
	});

	test('an option the form does not offer is refused', () => {
		expect(answer('1', { 'a-1': ['6'] })).toBe('answer_unknown');
		expect(answer('Z1', { 'a-Z1': ['constructor'] })).toBe('answer_unknown');
		expect(answer('5', { 'a-5': ['calm', 'x'] })).toBe('answer_unknown');
		expect(answer('6', { 'a-6-food': ['great'] })).toBe('answer_unknown');
		expect(answer('Z3', { 'a-Z3': ['stranger'] })).toBe('answer_unknown');
		expect(answer('11', { 'a-11': ['1'] })).toBe('answer_unknown');
		expect(answer('10', { 'a-10-day': ['mon', 'someday'] })).toBe('answer_unknown');
	});

	test('too much is refused, never cut', () => {
		expect(answer('2', { 'a-2': ['x'.repeat(MOST.sayCharacters + 1)] })).toBe('answer_too_long');
		expect(answer('7', { 'a-7': ['x'.repeat(MOST.wordsCharacters + 1)] })).toBe('answer_too_long');
		const lines = Object.fromEntries(
			Array.from({ length: 13 }, (_, at) => [`a-9-line-${at}`, ['x']])
		);
		expect(answer('9', lines)).toBe('answer_too_many');
		const people = Object.fromEntries(
			Array.from({ length: 21 }, (_, at) => [`a-4-name-${at}`, ['x']])
		);
		expect(answer('4', people)).toBe('answer_too_many');
	});

	test('a person needs a name; “don’t want to say” stands alone', () => {
		expect(parse('4', { 'a-4-choice-0': ['right'] })).toEqual({
			ok: false,
			code: 'person_name_missing',
			field: 'a-4-name-0'
		});
		expect(answer('5', { 'a-5': ['calm', 'rather_not'] })).toBe('answer_both_kinds');
		expect(answer('5', { 'a-5': ['rather_not'] })).toEqual({ kind: 'rather_not' });
	});

	test('text keeps every letter and loses only control characters', () => {
		expect(answer('2', { 'a-2': ['a\u0000b\u0007c\td\r\ne\rf\u001b[2J'] })).toMatchObject({
			text: 'abc\td\ne\nf[2J'
		});
		const persian = 'می\u200cخواهم';
		expect(answer('2', { 'a-2': [persian] })).toMatchObject({ text: persian });
		expect(answer('2', { 'a-2': ['e\u0301'] })).toMatchObject({ text: 'é' });
	});

	test('an answer put back into its fields reads as itself', () => {
		const answers: [string, Answer][] = [
			['1', { kind: 'faces', value: 2 }],
			['2', { kind: 'say', text: 'a\n\nb', pictures: ['x'] }],
			['3', { kind: 'rather_not' }],
			['4', { kind: 'people', people: [{ name: 'Gran' }, { name: 'Bo', choice: 'too_much' }] }],
			['5', { kind: 'picks', values: ['calm'], other: 'hungry' }],
			['6', { kind: 'sort', cards: { food: 'ok', sleep: 'good' } }],
			['7', { kind: 'words', text: 'Ms Khan' }],
			['8', { kind: 'promises', promises: { p1: 'not_done' } }],
			['9', { kind: 'list', lines: ['one', 'two'] }],
			['10', { kind: 'when', days: ['sat'], parts: [] }],
			['11', { kind: 'star', starred: '7', text: 'and this', pictures: ['x'] }],
			['Z1', { kind: 'pick', value: 'no' }],
			['Z3', { kind: 'audience', staff: ['s1'] }]
		];
		for (const [id, given] of answers)
			expect(answer(id, fieldsOf(id, given), { ...AROUND, pictures: ['x'] })).toEqual(given);
	});

	test('whatever comes in, reading never throws and its text can be read again the same', () => {
		fc.assert(
			fc.property(fc.constantFrom(...questions), fc.string({ unit: 'binary' }), (asked, typed) => {
				const parsed = parseAnswer(
					asked,
					{ [`a-${asked.id}`]: [typed], [`a-${asked.id}-text`]: [typed] },
					AROUND
				);
				if (!parsed.ok || parsed.answer?.kind !== 'say') return;
				const again = parseAnswer(asked, { [`a-${asked.id}`]: [parsed.answer.text] }, AROUND);
				expect(again).toEqual(parsed);
			})
		);
	});
});
