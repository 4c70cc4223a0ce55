import { describe, expect, test } from 'vitest';
import type { Answers } from '../forms/answers.ts';
import type { Form, Question } from '../forms/definition.ts';
import { SAMPLE } from '../../../tests/support/sample-form.ts';
import { isUntold, toldAnswers, type ToldQuestion } from './told-answers.ts';

/** The second is asked of those alone who said yes to the first. */
const form = (...questions: readonly Question[]): Form => ({
	...SAMPLE,
	pages: questions.map((question, at) => ({
		id: question.id,
		section: 'me',
		faces: ['standard'],
		...(at === 1 ? { when: { question: 'a', is: ['yes'] } } : {}),
		questions: [question]
	}))
});
const A: Question = { id: 'a', type: 'yes_no' };
const B: Question = { id: 'b', type: 'faces' };
const so = (many: number, answers: Answers, asked = ['a', 'b']) =>
	Array.from({ length: many }, () => ({ asked, answers }));
const yes = { a: { kind: 'yes_no', value: 'yes' } } as const;
const no = { a: { kind: 'yes_no', value: 'no' } } as const;
const find = (told: readonly ToldQuestion[], id: string) => {
	const found = told.find((one) => one.id === id);
	if (!found) throw new Error(`no question ${id}`);
	return found;
};

describe('answers that may be told', () => {
	test('who was asked because of an answer is told where that answer is', () => {
		const told = toldAnswers(form(A, B), [
			...so(6, { ...yes, b: { kind: 'faces', value: 4 } }),
			...so(20, no, ['a'])
		]);

		expect(find(told, 'b')).toMatchObject({ asked: 6, reached: { answered: 6, skipped: 0 } });
	});

	test('and not where it would tell the few who said something else', () => {
		const told = toldAnswers(form(A, B), [
			...so(24, { ...yes, b: { kind: 'faces', value: 4 } }),
			...so(3, no, ['a'])
		]);

		// Twenty-seven answers of two kinds: which is which is hidden, and that there are three of one.
		expect(find(told, 'a').groups).toEqual([{ card: null, hidden: true, codes: [] }]);
		expect(find(told, 'b').asked).toBeNull();
		expect(isUntold(find(told, 'b'))).toBe(true);
	});

	test('nor where some who gave that answer were not asked: they are few, and known', () => {
		const told = toldAnswers(form(A, B), [
			...so(9, { ...yes, b: { kind: 'faces', value: 4 } }),
			...so(1, yes, ['a']),
			...so(20, no, ['a'])
		]);

		expect(find(told, 'a').groups[0]?.codes[0]).toEqual({ code: 'yes', count: 10 });
		expect(find(told, 'b').asked).toBeNull();
	});

	test('of several that each may choose, each is told where neither it nor its rest is small', () => {
		const picks: Question = {
			id: 'a',
			type: 'picks',
			options: ['cat', 'dog', 'fish', 'newt'].map((id) => ({ id }))
		};
		const chose = (...values: string[]) => ({ a: { kind: 'picks', values } }) as const;
		const told = toldAnswers(form(picks), [
			...so(6, chose('cat', 'dog', 'fish'), ['a']),
			...so(2, chose('dog', 'fish'), ['a']),
			...so(3, chose('fish'), ['a'])
		]);

		expect(find(told, 'a').groups[0]?.codes).toEqual([
			{ code: 'cat', count: 6 },
			{ code: 'dog', count: null },
			{ code: 'fish', count: 11 },
			{ code: 'newt', count: 0 }
		]);
	});

	test('what asks for something is left to the requests, with what hangs on it', () => {
		const asks: Question = { ...A, asks: { when: ['yes'], kind: 'advocate' } };
		const told = toldAnswers(form(asks, B), so(9, { ...yes, b: { kind: 'faces', value: 4 } }));

		expect(told.map(({ id }) => id)).toEqual(['b']);
		expect(find(told, 'b').asked).toBeNull();
	});

	test('an answer that stands there only because somebody gave it is not named where all is hidden', () => {
		const star: Question = { id: 'a', type: 'star' };
		const starred = (id: string) =>
			({ a: { kind: 'star', starred: id, text: '', pictures: [] } }) as const;
		const told = toldAnswers(
			form(star),
			['1', '2', '3', '4', '5'].flatMap((id) => so(1, starred(id), ['a']))
		);

		expect(find(told, 'a')).toMatchObject({
			reached: { answered: 5 },
			groups: [{ hidden: true, codes: [] }]
		});
	});
});
