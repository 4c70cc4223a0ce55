import { describe, expect, test } from 'vitest';
import type { Question } from './definition.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { people } from './parse-lines.ts';
import { peopleLines, type OfferedPerson } from './people-lines.ts';

const OFFERED: OfferedPerson[] = [{ name: 'Lena Hart', staffId: 's1' }, { name: 'Gran' }];
const STAFF = [{ id: 's1', name: 'Lena Hart' }];
const plain: Extract<Question, { type: 'people' }> = { id: '4', type: 'people', staff: true };
const choosing = { ...plain, choices: [{ id: 'right' }, { id: 'too_much' }] };

/** What a page would post, as it is drawn from these fields. */
function posted(fields: Fields, changed: Fields = {}): Fields {
	const { offered, typed } = peopleLines(fields, '4', OFFERED);
	const drawn: Record<string, readonly string[]> = {};
	for (const { at, name, staffId, choice, named } of offered) {
		drawn[`a-4-offered-${at}`] = ['1'];
		drawn[staffId ? `a-4-staff-${at}` : `a-4-name-${at}`] = [staffId || name];
		if (named) drawn[`a-4-chosen-${at}`] = ['1'];
		if (choice) drawn[`a-4-choice-${at}`] = [choice];
	}
	for (const { at, name, choice } of typed) {
		drawn[`a-4-name-${at}`] = [name];
		if (choice) drawn[`a-4-choice-${at}`] = [choice];
	}
	return { ...drawn, ...changed };
}
const read = (fields: Fields, question = plain) => {
	const parsed = people(question, fields, STAFF);
	if (!parsed.ok) return parsed.code;
	return parsed.answer?.kind === 'people' ? parsed.answer.people : [];
};

describe('people who can be named with one tap', () => {
	test('are not named until they are tapped', () => {
		expect(read(posted({}))).toEqual([]);
		expect(read(posted({}, { 'a-4-chosen-0': ['1'] }))).toEqual([
			{ name: 'Lena Hart', staffId: 's1' }
		]);
	});

	test('are named by the choice made for them', () => {
		expect(read(posted({}, { 'a-4-choice-1': ['right'] }), choosing)).toEqual([
			{ name: 'Gran', choice: 'right' }
		]);
	});

	test('come back as they were answered, beside those who were typed', () => {
		const answer = {
			kind: 'people',
			people: [
				{ name: 'Omar', choice: 'right' },
				{ name: 'Lena Hart', staffId: 's1', choice: 'too_much' }
			]
		} as const;
		const again = read(posted(fieldsOf('4', answer)), choosing);
		expect(again).toEqual(expect.arrayContaining([...answer.people]));
		expect(again).toHaveLength(2);
	});

	test('written by hand, a name of theirs is the same person', () => {
		const typed = fieldsOf('4', { kind: 'people', people: [{ name: 'lena  hart' }] });
		expect(peopleLines(typed, '4', OFFERED).offered[0]?.named).toBe(true);
		expect(peopleLines(typed, '4', OFFERED).typed).toMatchObject([{ at: 2, name: '' }]);
	});

	test('a line keeps its number when the page comes back with a message', () => {
		const fields = posted({}, { 'a-4-name-2': [''], 'a-4-choice-2': ['right'] });
		expect(read(fields, choosing)).toBe('person_name_missing');
		const [first] = peopleLines(fields, '4', OFFERED).typed;
		expect(first).toMatchObject({ at: 2, choice: 'right' });
	});

	test('somebody of the staff who was not offered is refused', () => {
		expect(read({ 'a-4-staff-0': ['s9'] })).toBe('answer_unknown');
	});
});
