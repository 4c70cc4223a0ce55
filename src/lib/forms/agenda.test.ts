import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterMove, type AgendaMove } from './agenda.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { agenda } from './parse-lines.ts';

const CARDS = ['home', 'school', 'money'];
const listed = (fields: Fields) => {
	const parsed = agenda('6', CARDS, fields);
	return parsed.ok && parsed.answer?.kind === 'agenda' ? parsed.answer : null;
};
const names = (fields: Fields) =>
	listed(fields)?.items.map((item) => ('card' in item ? item.card : item.words)) ?? [];

const THREE = fieldsOf('6', {
	kind: 'agenda',
	items: [{ card: 'home' }, { words: 'My dog' }, { card: 'money' }],
	starred: 1
});
const move = (at: number, to: 'up' | 'down'): AgendaMove => ({
	kind: 'move',
	questionId: '6',
	at,
	to
});

describe('the buttons of an agenda', () => {
	test('move an item one place, and its star with it', () => {
		const up = afterMove(THREE, move(1, 'up'));
		expect(names(up)).toEqual(['My dog', 'home', 'money']);
		expect(listed(up)?.starred).toBe(0);
		expect(names(afterMove(THREE, move(1, 'down')))).toEqual(['home', 'money', 'My dog']);
	});

	test('leave the ends where they are', () => {
		expect(names(afterMove(THREE, move(0, 'up')))).toEqual(names(THREE));
		expect(names(afterMove(THREE, move(2, 'down')))).toEqual(names(THREE));
		expect(names(afterMove(THREE, move(9, 'down')))).toEqual(names(THREE));
	});

	test('star one item, and take the star off again', () => {
		const star = { kind: 'star', questionId: '6', at: 2 } as const;
		const starred = afterMove(THREE, star);
		expect(listed(starred)?.starred).toBe(2);
		expect(listed(afterMove(starred, star))?.starred).toBeNull();
	});

	test('take an item away, with its star', () => {
		const taken = afterMove(THREE, { kind: 'take', questionId: '6', at: 1 });
		expect(names(taken)).toEqual(['home', 'money']);
		expect(listed(taken)?.starred).toBeNull();
	});

	test('keep what else was ticked or typed on the page', () => {
		const more = { ...THREE, 'a-6-add': ['school'], 'a-6-own': ['Trainers'], 'a-7': ['x'] };
		const after = afterMove(more, move(0, 'down'));
		expect(names(after)).toEqual(['My dog', 'home', 'money', 'school', 'Trainers']);
		expect(after['a-7']).toEqual(['x']);
	});

	test('however often they are pressed, moving loses and doubles nothing', () => {
		const moves = fc.array(
			fc.record({ at: fc.nat(5), to: fc.constantFrom<'up' | 'down'>('up', 'down') })
		);
		fc.assert(
			fc.property(moves, (pressed) => {
				const end = pressed.reduce((fields, { at, to }) => afterMove(fields, move(at, to)), THREE);
				expect([...names(end)].sort()).toEqual([...names(THREE)].sort());
				const { items, starred } = listed(end) ?? { items: [], starred: null };
				expect(items[starred ?? -1]).toEqual({ words: 'My dog' });
			})
		);
	});
});
