import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FACTS, SAMPLE } from '../../../tests/support/sample-form.ts';
import type { Answer, Answers } from './answers.ts';
import { FACES } from './definition.ts';
import {
	answersToSend,
	landingPage,
	nextPage,
	pageOf,
	pagesFor,
	previousPage,
	progress,
	resumePage
} from './flow.ts';

const ids = (pages: readonly { id: string }[]) => pages.map(({ id }) => id);
const BAD: Answers = { '1': { kind: 'faces', value: 1 } };

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
	fc.constantFrom<Answer>({ kind: 'skipped' }, { kind: 'not_sure' }, { kind: 'rather_not' }),
	fc.constantFrom<Answer>({ kind: 'faces', value: 1 }, { kind: 'faces', value: 5 }),
	fc.constantFrom<Answer>({ kind: 'yes_no', value: 'yes' }, { kind: 'yes_no', value: 'no' })
);
const anyAnswers = fc.dictionary(fc.constantFrom('1', '2', '3', '4', 'Z1'), anyAnswer);
const anyFacts = fc.record({
	unaccompanied: fc.boolean(),
	age: fc.integer({ min: 5, max: 25 }),
	promises: fc.constantFrom([], [{ id: 'p1', words: 'Find a football club' }]),
	statuses: fc.constant([]),
	planned: fc.constant([]),
	justHeld: fc.boolean(),
	writeUpDue: fc.boolean()
});

describe('the pages of a form', () => {
	test('a page with a condition comes only when it holds', () => {
		expect(ids(pagesFor(SAMPLE, 'standard', {}, NO_FACTS))).not.toContain('help');
		expect(ids(pagesFor(SAMPLE, 'standard', BAD, NO_FACTS))).toContain('help');
	});

	test('an answer that is not shown any more opens no page', () => {
		const asked: Answers = { ...BAD, '3': { kind: 'yes_no', value: 'yes' } };
		expect(ids(pagesFor(SAMPLE, 'standard', asked, NO_FACTS))).toContain('who-helps');

		const changed: Answers = { ...asked, '1': { kind: 'faces', value: 5 } };
		expect(ids(pagesFor(SAMPLE, 'standard', changed, NO_FACTS))).not.toContain('who-helps');
	});

	test('the Easy face has its own pages, and on them only its own questions', () => {
		const pages = pagesFor(SAMPLE, 'easy', BAD, NO_FACTS);
		expect(ids(pages)).toEqual(['home', 'things', 'decide', 'when', 'star', 'safe', 'readers']);
		expect(ids(pages[0]?.questions ?? [])).toEqual(['1']);
	});

	test('what is known of the young person opens pages', () => {
		const facts = { ...NO_FACTS, unaccompanied: true, promises: [{ id: 'p', words: 'w' }] };
		expect(ids(pagesFor(SAMPLE, 'easy', {}, facts))).toEqual(
			expect.arrayContaining(['solicitor', 'promised'])
		);
	});

	test('somebody who has said enough goes on with what must not be missed, and comes to all of it', () => {
		const form = { ...SAMPLE, landings: ['things', 'safe'] };
		const after = (id: string) => landingPage(form, 'standard', {}, NO_FACTS, id)?.id ?? null;

		expect(after('home')).toBe('things');
		expect(after('things')).toBe('safe');
		expect(after('star')).toBeNull();
		expect(after('safe')).toBeNull();
		expect(landingPage({ ...SAMPLE, landings: [] }, 'standard', {}, NO_FACTS, 'home')).toBeNull();
	});

	test('next and back walk the same pages both ways, whatever is answered', () => {
		fc.assert(
			fc.property(fc.constantFrom(...FACES), anyAnswers, anyFacts, (face, answers, facts) => {
				const pages = pagesFor(SAMPLE, face, answers, facts);
				for (const [at, page] of pages.entries()) {
					const next = nextPage(SAMPLE, face, answers, facts, page.id);
					const back = previousPage(SAMPLE, face, answers, facts, page.id);
					expect(next?.id).toBe(pages[at + 1]?.id);
					expect(back?.id).toBe(pages[at - 1]?.id);
					expect(progress(SAMPLE, pages, page.id)).toEqual({ at: at + 1, of: pages.length });
				}
			})
		);
	});

	test('somebody who changes face on a page of the old one goes on from the same place', () => {
		expect(nextPage(SAMPLE, 'easy', {}, NO_FACTS, 'feelings')?.id).toBe('things');
		expect(previousPage(SAMPLE, 'easy', {}, NO_FACTS, 'feelings')?.id).toBe('home');
		expect(progress(SAMPLE, pagesFor(SAMPLE, 'easy', {}, NO_FACTS), 'feelings').at).toBe(1);
	});

	test('after a break it goes on where something is still open, else on the next page', () => {
		const half: Answers = { '1': { kind: 'faces', value: 4 } };
		const whole: Answers = { ...half, '2': { kind: 'skipped' } };
		const at = (answers: Answers, last: string | null) =>
			resumePage(SAMPLE, 'standard', answers, NO_FACTS, last)?.id;
		expect(at({}, null)).toBe('home');
		expect(at(half, 'home')).toBe('home');
		expect(at(whole, 'home')).toBe('feelings');
		expect(at({ Z3: { kind: 'audience', staff: [] } }, 'readers')).toBeUndefined();
	});

	test('a page of another face can still be opened; one whose condition fails cannot', () => {
		expect(pageOf(SAMPLE, 'easy', {}, NO_FACTS, 'feelings')?.questions).toHaveLength(1);
		expect(pageOf(SAMPLE, 'standard', {}, NO_FACTS, 'help')).toBeNull();
		expect(pageOf(SAMPLE, 'standard', {}, NO_FACTS, 'no-such-page')).toBeNull();
	});
});

describe('the answers that are sent', () => {
	test('an answer given in another face goes too', () => {
		const answers: Answers = {
			'1': { kind: 'faces', value: 4 },
			'2': { kind: 'say', text: 'My room is warm', pictures: [] }
		};
		expect(answersToSend(SAMPLE, 'easy', answers, NO_FACTS)).toEqual(answers);
	});

	test('an answer to a question that no longer shows stays behind', () => {
		const answers: Answers = {
			'1': { kind: 'faces', value: 5 },
			'3': { kind: 'yes_no', value: 'yes' },
			'7': { kind: 'words', text: 'Ms Khan' }
		};
		expect(Object.keys(answersToSend(SAMPLE, 'standard', answers, NO_FACTS))).toEqual(['1']);
	});

	test('an answer of another kind than its question is left out', () => {
		const answers: Answers = { '1': { kind: 'yes_no', value: 'yes' } };
		expect(answersToSend(SAMPLE, 'standard', answers, NO_FACTS)).toEqual({});
	});

	test('skipped, not sure, rather not and never reached stay four different things', () => {
		const answers: Answers = {
			...BAD,
			'2': { kind: 'skipped' },
			'3': { kind: 'not_sure' },
			Z1: { kind: 'rather_not' }
		};
		const sent = answersToSend(SAMPLE, 'standard', answers, NO_FACTS);
		expect([sent['2']?.kind, sent['3']?.kind, sent['Z1']?.kind, sent['5']?.kind]).toEqual([
			'skipped',
			'not_sure',
			'rather_not',
			undefined
		]);
	});

	test('changing the face and back sends the same', () => {
		fc.assert(
			fc.property(anyAnswers, anyFacts, (answers, facts) => {
				const before = answersToSend(SAMPLE, 'standard', answers, facts);
				for (const id of Object.keys(before)) expect(answers[id]).toEqual(before[id]);
				expect(answersToSend(SAMPLE, 'standard', answers, facts)).toEqual(before);
			})
		);
	});
});
