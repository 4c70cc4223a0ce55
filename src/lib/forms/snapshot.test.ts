import { describe, expect, test } from 'vitest';
import { NO_FACTS, SAMPLE, sampleWords } from '../../../tests/support/sample-form.ts';
import { createTranslators } from '../language/translator.ts';
import { alertsOf } from './alerts.ts';
import { checkList, saidSomething } from './check.ts';
import type { Form } from './definition.ts';
import { pagesFor } from './flow.ts';
import { wordingOf } from './snapshot.ts';
import { starredQuestion } from './starred.ts';

const shared = {
	faces: { 1: 'Very bad', 2: 'Not good', 3: 'OK', 4: 'Good', 5: 'Very good' },
	yes: 'Yes',
	no: 'No'
};
const arabic = { faces: { 1: 'سيئ جدًا' }, yes: 'نعم' };

function translators(form: Form) {
	const words = sampleWords(form);
	const make = createTranslators({
		en: { forms: shared, [form.id]: words },
		ar: { forms: arabic, [form.id]: { ...words, title: 'نموذج' } }
	});
	return { shown: make('ar'), english: make('en') };
}

describe('the wording that is kept with a statement', () => {
	test('stands in the language it was shown in and in English', () => {
		const wording = wordingOf(SAMPLE, translators(SAMPLE), 'standard', {}, NO_FACTS);

		expect(wording).toMatchObject({ formId: 'sample', formVersion: 1, language: 'ar' });
		expect(wording.title).toEqual({ shown: 'نموذج', english: 'Sample' });
		expect(wording.questions[0]?.labels['1']).toEqual({ shown: 'سيئ جدًا', english: 'Very bad' });
	});

	test('speaks as the face spoke', () => {
		const easy = wordingOf(SAMPLE, translators(SAMPLE), 'easy', {}, NO_FACTS);
		expect(easy.questions[0]?.title.english).toBe('easy 1');
	});

	test('promises keep their own words', () => {
		const facts = { ...NO_FACTS, promises: [{ id: 'p1', words: 'Find a football club' }] };
		const wording = wordingOf(SAMPLE, translators(SAMPLE), 'standard', {}, facts);
		const promised = wording.questions.find(({ id }) => id === '8');
		expect(promised?.labels['p1']?.shown).toBe('Find a football club');
	});
});

test('a question added to the data is in the pages, the check and the wording, with nothing else changed', () => {
	const more: Form = {
		...SAMPLE,
		pages: [
			...SAMPLE.pages,
			{
				id: 'pets',
				section: 'animals',
				faces: ['standard', 'easy'],
				questions: [{ id: '99', type: 'pick', options: [{ id: 'dog' }] }]
			}
		]
	};
	const answers = { '99': { kind: 'pick', value: 'dog' } } as const;

	expect(pagesFor(more, 'easy', answers, NO_FACTS).at(-1)?.id).toBe('pets');
	expect(checkList(more, 'easy', answers, NO_FACTS).at(-1)?.rows[0]?.answer).toEqual(answers['99']);
	const asked = wordingOf(more, translators(more), 'easy', answers, NO_FACTS).questions.at(-1);
	expect(asked?.title.english).toBe('easy 99');
	expect(asked?.labels['dog']?.english).toBe('dog of 99');
});

describe('alerts', () => {
	test('“no” to feeling safe raises one; other answers do not', () => {
		expect(alertsOf(SAMPLE, { Z1: { kind: 'pick', value: 'no' } })).toEqual(['not_safe']);
		expect(alertsOf(SAMPLE, { Z1: { kind: 'pick', value: 'mostly' } })).toEqual([]);
		expect(alertsOf(SAMPLE, { Z1: { kind: 'rather_not' } })).toEqual([]);
		expect(alertsOf(SAMPLE, {})).toEqual([]);
	});
});

describe('the starred answer', () => {
	const star = { kind: 'star', text: '', pictures: [] } as const;

	test('is the one they chose, or what they wrote', () => {
		const sleep = { kind: 'words', text: 'Sleep' } as const;
		expect(starredQuestion({ '7': sleep, '11': { ...star, starred: '7' } })).toBe('7');
		expect(starredQuestion({ '11': { ...star, starred: 'this', text: 'Eli' } })).toBe('11');
	});

	test('is none when the chosen answer is gone', () => {
		expect(starredQuestion({ '11': { ...star, starred: '7' } })).toBeNull();
		expect(starredQuestion({ '7': { kind: 'skipped' } })).toBeNull();
	});
});

test('a form of nothing but skips has said nothing', () => {
	expect(saidSomething({ '1': { kind: 'skipped' }, Z3: { kind: 'audience', staff: [] } })).toBe(
		false
	);
	expect(saidSomething({ Z1: { kind: 'rather_not' } })).toBe(true);
});
