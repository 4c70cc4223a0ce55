import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE } from '../../../tests/support/sample-form.ts';
import type { Answer, Answers } from './answers.ts';
import type { Form } from './definition.ts';
import { figuresOf, OWN_LINE, type Counted } from './figures.ts';

const said = (answers: Answers, asked = Object.keys(answers)): Counted => ({ asked, answers });
const of = (id: string, statements: readonly Counted[], form: Form = SAMPLE) => {
	const found = figuresOf(form, statements).find((one) => one.id === id);
	if (!found) throw new Error(`no question ${id}`);
	return found;
};
const counts = (id: string, answers: readonly Answer[], form?: Form) =>
	of(
		id,
		answers.map((answer) => said({ [id]: answer })),
		form
	).groups.map(({ card, codes }) => [
		card,
		Object.fromEntries(
			codes.filter(({ count }) => count > 0).map(({ code, count }) => [code, count])
		)
	]);

const withQuestion = (question: Form['pages'][number]['questions'][number]): Form => ({
	...SAMPLE,
	pages: [{ id: question.id, section: 'me', faces: ['standard'], questions: [question] }]
});

describe('figures', () => {
	test('keep every way of not answering apart from the others', () => {
		const statements = [
			said({ '3': { kind: 'yes_no', value: 'yes' } }),
			said({ '3': { kind: 'skipped' } }),
			said({ '3': { kind: 'not_sure' } }),
			said({ '3': { kind: 'not_sure' } }),
			said({ '3': { kind: 'rather_not' } }),
			said({}, ['3']),
			said({}, [])
		];

		expect(of('3', statements)).toMatchObject({
			asked: 6,
			answered: 1,
			skipped: 1,
			notSure: 2,
			ratherNot: 1,
			neverComeTo: 1
		});
	});

	test('list every answer that is offered, given or not', () => {
		expect(of('1', []).groups).toEqual([
			{
				card: null,
				one: true,
				codes: ['1', '2', '3', '4', '5'].map((code) => ({ code, count: 0 }))
			}
		]);
	});

	test('count each card by the place it was put', () => {
		expect(
			counts('6', [
				{ kind: 'sort', cards: { food: 'good', sleep: 'not_good' } },
				{ kind: 'sort', cards: { food: 'good' } }
			])
		).toEqual([
			['food', { good: 2 }],
			['sleep', { not_good: 1 }]
		]);
	});

	test('count picks by option, and that something else was written, not what', () => {
		const figures = counts('5', [
			{ kind: 'picks', values: ['calm', 'angry'], other: 'like a zebra' },
			{ kind: 'picks', values: ['calm'] }
		]);

		expect(figures).toEqual([[null, { calm: 2, angry: 1, other: 1 }]]);
		expect(JSON.stringify(figures)).not.toContain('zebra');
	});

	test('count a scale by number and an agenda by card, with lines of their own and stars', () => {
		const scale = withQuestion({ id: 'a', type: 'scale' });
		const agenda = withQuestion({
			id: 'b',
			type: 'agenda',
			cards: [{ id: 'home' }, { id: 'pet' }]
		});
		const answer: Answer = {
			kind: 'agenda',
			items: [{ words: 'my dog' }, { card: 'home' }],
			starred: 1
		};

		expect(
			counts(
				'a',
				[
					{ kind: 'scale', value: 0 },
					{ kind: 'scale', value: 10 }
				],
				scale
			)
		).toEqual([[null, { '0': 1, '10': 1 }]]);
		expect(of('b', [said({ b: answer })], agenda).groups).toEqual([
			{
				card: null,
				one: false,
				codes: [
					{ code: 'home', count: 1, starred: 1 },
					{ code: 'pet', count: 0, starred: 0 },
					{ code: OWN_LINE, count: 1, starred: 0 }
				]
			}
		]);
	});

	test('never look into words, names or whom somebody ticked', () => {
		const secret = 'quokka';
		const statements = [
			said({
				'2': { kind: 'say', text: secret, pictures: [secret] },
				'4': { kind: 'people', people: [{ name: secret, choice: 'right' }] },
				'7': { kind: 'words', text: secret },
				'9': { kind: 'list', lines: [secret] },
				'11': { kind: 'star', starred: 'this', text: secret, pictures: [] },
				Z3: { kind: 'audience', staff: [secret] }
			})
		];

		expect(JSON.stringify(figuresOf(SAMPLE, statements))).not.toContain(secret);
		expect(of('2', statements).answered).toBe(1);
	});

	test('an option the form no longer has is still counted', () => {
		expect(counts('5', [{ kind: 'picks', values: ['bored'] }])).toEqual([[null, { bored: 1 }]]);
	});

	test('a question asked in several faces stands once', () => {
		const twice: Form = { ...SAMPLE, pages: [...SAMPLE.pages, ...SAMPLE.pages] };

		expect(figuresOf(twice, []).map(({ id }) => id)).toEqual(
			figuresOf(SAMPLE, []).map(({ id }) => id)
		);
	});

	test('asked is always answered, skipped, not sure, not wanting to say and never come to', () => {
		const answer: fc.Arbitrary<Answer> = fc.oneof(
			fc.constantFrom<Answer>(
				{ kind: 'skipped' },
				{ kind: 'not_sure' },
				{ kind: 'rather_not' },
				{ kind: 'faces', value: 3 },
				{ kind: 'yes_no', value: 'no' }
			),
			fc.string().map((text): Answer => ({ kind: 'words', text }))
		);
		fc.assert(
			fc.property(
				fc.array(fc.dictionary(fc.constantFrom('1', '2', '3', '7'), answer), { maxLength: 20 }),
				(statements) => {
					const counted = statements.map((answers) => said(answers, ['1', '3', '7']));
					for (const one of figuresOf(SAMPLE, counted))
						expect(one.answered + one.skipped + one.notSure + one.ratherNot + one.neverComeTo).toBe(
							one.asked
						);
				}
			)
		);
	});
});
