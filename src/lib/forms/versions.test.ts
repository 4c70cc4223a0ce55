import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import { bothAnswers, sameAnswer } from './versions.ts';

const say = (text: string): Answer => ({ kind: 'say', text, pictures: [] });

test('both answers in words hold every word of each', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (one, other) => {
			const both = bothAnswers(say(one), say(other));
			if (both?.kind !== 'say') throw new Error('not joined');
			expect(both.text).toContain(one);
			expect(both.text).toContain(other);
		})
	);
});

test('what one already holds is not said twice', () => {
	expect(bothAnswers(say('Hel'), say('Hello'))).toEqual(say('Hello'));
	expect(
		bothAnswers({ kind: 'list', lines: ['a', 'b'] }, { kind: 'list', lines: ['b', 'c'] })
	).toEqual({ kind: 'list', lines: ['a', 'b', 'c'] });
	expect(
		bothAnswers(
			{ kind: 'people', people: [{ name: 'Gran' }, { name: 'Bo' }] },
			{ kind: 'people', people: [{ name: 'Gran', choice: 'right' }] }
		)
	).toEqual({ kind: 'people', people: [{ name: 'Bo' }, { name: 'Gran', choice: 'right' }] });
});

test('of two faces, only one can be kept', () => {
	expect(bothAnswers({ kind: 'faces', value: 1 }, { kind: 'faces', value: 5 })).toBeNull();
});

test('answers are the same whatever order their parts stand in', () => {
	const one: Answer = { kind: 'sort', cards: { food: 'ok', sleep: 'good' } };
	const other: Answer = { kind: 'sort', cards: { sleep: 'good', food: 'ok' } };
	expect(sameAnswer(one, other)).toBe(true);
	expect(sameAnswer(one, null)).toBe(false);
});

test('two orders of an agenda are two answers; what only one of them has is added', () => {
	const [home, money, dog] = [{ card: 'home' }, { card: 'money' }, { words: 'My dog' }];
	const first = { kind: 'agenda', items: [home, money], starred: null } as const;
	const turned = { ...first, items: [money, home] };
	const longer = { ...first, items: [home, money, dog], starred: 2 };

	expect(sameAnswer(bothAnswers(first, turned), turned)).toBe(false);
	expect(bothAnswers(first, longer)).toEqual(longer);
	expect(bothAnswers(turned, longer)).toEqual({ ...longer, items: [money, home, dog] });
});

test('what was protected in either place is protected', () => {
	const protect = (...questions: string[]) => ({ kind: 'protect', questions }) as const;
	expect(bothAnswers(protect('1', '2'), protect('2', '3'))).toEqual(protect('1', '2', '3'));
});
