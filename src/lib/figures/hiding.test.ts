import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attack, isPossible, type Seen } from '../../../tests/support/attacker.ts';
import { FEWEST, hideBelow, hideFamily, sumTold, type Family, type ToldFamily } from './hiding.ts';

const family = (...tables: readonly (readonly number[])[]): Family => ({
	total: (tables[0] ?? []).reduce((sum, count) => sum + count, 0),
	tables: tables.map((counts, at) => ({
		id: String(at),
		cells: counts.map((count, cell) => ({ id: String(cell), count }))
	}))
});
const shown = (told: ToldFamily) => told.tables.map(({ cells }) => cells.map(({ count }) => count));
const hide = (...tables: readonly (readonly number[])[]) => shown(hideFamily(family(...tables)));

/** Everything a family shows: its tables share their total, and what is hidden among others is somebody. */
function seenOf(told: ToldFamily, original: Family): Seen {
	const numbers = new Map<string, number | null>([['total', told.total]]);
	const notNone = new Set<string>();
	const sums = told.tables.map(({ id, cells }, at) => {
		const rows = original.tables[at]?.cells ?? [];
		rows.forEach((row, index) => {
			numbers.set(`${id}/${row.id}`, cells[index]?.count ?? null);
			if (cells[index]?.count === null) notNone.add(`${id}/${row.id}`);
		});
		return { whole: 'total', parts: rows.map((row) => `${id}/${row.id}`) };
	});
	return { numbers, sums, notNone };
}
const truthOf = ({ total, tables }: Family) =>
	new Map([
		['total', total],
		...tables.flatMap(({ id, cells }) =>
			cells.map((cell) => [`${id}/${cell.id}`, cell.count] as const)
		)
	]);

describe('hiding small numbers', () => {
	test('tells none as none and five as five', () => {
		expect(hide([0, 5, 12])).toEqual([[0, 5, 12]]);
	});

	test.each<{ of: readonly number[]; told: readonly (number | null)[]; because: string }>([
		{ of: [3, 20, 40], told: [null, null, 40], because: 'the rest would tell a single one' },
		{ of: [20, 40, 3], told: [null, 40, null], because: 'after the last comes the first' },
		{ of: [3, 0, 20], told: [null, 0, null], because: 'with nobody nothing can be hidden' },
		{ of: [1, 1, 30], told: [null, null, null], because: 'two that make two are one each' },
		{ of: [2, 3, 30], told: [null, null, null], because: 'neither of them could be five' },
		{ of: [3, 3, 30], told: [null, null, 30], because: 'either could be five and the other one' },
		{
			of: [4, 4, 30],
			told: [null, null, null],
			because: 'small ones that make eight are four each'
		},
		{ of: [4, 4, 0], told: [null, null, 0], because: 'here they could be three and five as well' },
		{ of: [2, 3, 0], told: [], because: 'there is nothing to hide them among' },
		{ of: [1, 1, 1, 1, 1], told: [], because: 'a row for each would tell that each is one' }
	])('$of: $because', ({ of, told }) => {
		expect(hide(of)).toEqual([told]);
	});

	test('of one to four nothing is told, not even how many, unless that is known', () => {
		const few = family([3, 0], [1, 2]);

		expect(hideFamily(few)).toEqual({ total: null, tables: [0, 1].map(nothing) });
		expect(hideFamily(few, true)).toEqual({ total: 3, tables: [0, 1].map(nothing) });
	});

	test('one table does not spoil another, for they share a total that is told', () => {
		expect(hideFamily(family([2, 3, 45], [20, 30]))).toMatchObject({
			total: 50,
			tables: [{}, { cells: [{ count: 20 }, { count: 30 }] }]
		});
	});

	test('below a number that is hidden nothing is told', () => {
		const { tables } = family([2, 30]);

		expect(hideBelow(null, tables)).toEqual([nothing(0)]);
		expect(hideBelow(32, tables)[0]?.cells).toEqual([
			{ id: '0', count: null },
			{ id: '1', count: null }
		]);
	});

	test('a sum is told where every part is', () => {
		expect(sumTold([5, 0, 7])).toBe(12);
		expect(sumTold([5, null, 7])).toBeNull();
	});

	test('a table that does not add up is refused', () => {
		const [first, second] = [family([5, 6]), family([5, 7])];

		expect(() => hideFamily({ ...first, tables: second.tables })).toThrow('does not add up');
	});
});

const nothing = (id: number) => ({ id: String(id), cells: [] });

const cell = fc.oneof(
	{ weight: 2, arbitrary: fc.constant(0) },
	{ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
	{ weight: 3, arbitrary: fc.integer({ min: 5, max: 9 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 10, max: 60 }) }
);
/** Tables of one total: each parts it in its own way. */
const families = fc
	.tuple(
		fc.array(cell, { minLength: 2, maxLength: 6 }),
		fc.array(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 5 }), { maxLength: 3 })
	)
	.map(([first, cuts]) => {
		const total = first.reduce((sum, count) => sum + count, 0);
		const others = cuts.map((some) => {
			const at = [0, ...some.map((cut) => cut % (total + 1)).sort((a, b) => a - b), total];
			return at.slice(1).map((end, index) => end - (at[index] ?? 0));
		});
		return family(first, ...others);
	});

describe('whoever subtracts, narrows and tries', () => {
	test('works nothing out, and what is told is true', () => {
		fc.assert(
			fc.property(families, fc.boolean(), (of, known) => {
				const told = hideFamily(of, known);
				const seen = seenOf(told, of);
				const truth = truthOf(of);

				expect(attack(seen)).toEqual([]);
				for (const [name, number] of seen.numbers) {
					if (number !== null) expect(number).toBe(truth.get(name));
					else expect(isPossible(seen, name, truth.get(name) ?? -1)).toBe(true);
					if (number !== null && name !== 'total')
						expect(number === 0 || number >= FEWEST).toBe(true);
				}
			}),
			{ numRuns: 3000 }
		);
	});

	/** Everything that N people in so many cells can be, by what is told of it. */
	function everythingBehind(total: number, size: number): Map<string, (readonly number[])[]> {
		const behind = new Map<string, (readonly number[])[]>();
		const add = (counts: readonly number[], left: number): void => {
			if (counts.length < size - 1) {
				for (let next = 0; next <= left; next += 1) add([...counts, next], left - next);
				return;
			}
			const all = [...counts, left];
			const told = JSON.stringify(hide(all));
			behind.set(told, [...(behind.get(told) ?? []), all]);
		};
		add([], total);
		return behind;
	}

	test.each([
		{ size: 2, upTo: 30 },
		{ size: 3, upTo: 26 },
		{ size: 4, upTo: 22 },
		{ size: 5, upTo: 15 }
	])('not even who knows this rule, in any table of $size cells', ({ size, upTo }) => {
		for (let total = FEWEST; total <= upTo; total += 1)
			for (const [told, all] of everythingBehind(total, size)) {
				const [cells = []] = JSON.parse(told) as (number | null)[][];
				for (let at = 0; at < size; at += 1)
					if ((cells[at] ?? null) === null)
						expect(new Set(all.map((counts) => counts[at])).size, `${told} of ${total}`).not.toBe(
							1
						);
			}
	});

	test('who sees what is hidden carelessly works it out', () => {
		const numbers = new Map<string, number | null>([
			['all', 30],
			['yes', 27],
			['no', null],
			['boys', 20],
			['girls', null],
			['others', null]
		]);
		const seen: Seen = {
			numbers,
			sums: [
				{ whole: 'all', parts: ['yes', 'no'] },
				{ whole: 'all', parts: ['boys', 'girls', 'others'] }
			],
			notNone: new Set(['girls', 'others'])
		};

		expect(attack(seen)).toEqual([{ name: 'no', how: 'solved' }]);
		expect(
			attack({ ...seen, shares: [{ part: 'girls', whole: 'all', is: 26.7 }] }).map(
				({ name }) => name
			)
		).toEqual(['no', 'girls', 'others']);
	});
});
