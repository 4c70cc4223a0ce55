import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUsedAgain, mondayOf, useOf, wholeWeeks, WEEKS_JUDGED } from './use.ts';

/** So many statements in each of so many weeks. */
const weeks = (...runs: readonly (readonly [count: number, weeks: number])[]): number[] =>
	runs.flatMap(([count, times]) => Array<number>(times).fill(count));

/** The same, with two years before it in which nothing changed. */
const after = (usual: number, ...runs: readonly (readonly [number, number])[]) =>
	weeks([usual, 120], ...runs).slice(-WEEKS_JUDGED);

describe('use', () => {
	test.each([
		['as ever', after(6), 'used'],
		['more than ever', after(6, [20, 4]), 'used'],
		['a third less', after(6, [4, 4]), 'used'],
		['a little more than half', after(24, [13, 4]), 'used'],
		['less than half', after(12, [5, 4]), 'fallen'],
		['a small group at half, which may be chance', after(2, [1, 2], [0, 1], [1, 1]), 'used'],
		['a small group with nothing for four weeks', after(2, [0, 4]), 'fallen'],
		['too small to tell', after(1, [0, 4]), 'few'],
		['nothing for six weeks, before a little in most', after(1, [0, 6]), 'silent'],
		[
			'nothing for six weeks, before a little now and then',
			[...weeks([0, 40]), ...[1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0], ...weeks([0, 6])],
			'few'
		],
		['nobody ever', weeks([0, WEEKS_JUDGED]), 'few'],
		['begun four weeks ago', weeks([0, 64], [5, 4]), 'few'],
		['no weeks at all', [], 'few']
	] as const)('%s: %s is %s', (_, counts, state) => {
		expect(useOf([...counts]).state).toBe(state);
	});

	test('what school holidays did a year ago is expected of them again, and no more than that', () => {
		const lastAugust = weeks([10, 12], [4, 4]);
		const between = weeks([10, 36]);
		expect(useOf([...lastAugust, ...between, ...weeks([10, 12], [4, 4])]).state).toBe('used');
		expect(useOf([...weeks([10, 16]), ...between, ...weeks([10, 12], [4, 4])]).state).toBe(
			'fallen'
		);
		// However quiet it was then, no more than half is put down to the time of year.
		const died = [...weeks([10, 12], [0, 4]), ...between, ...weeks([10, 12], [1, 4])];
		expect(useOf(died)).toEqual({ state: 'fallen', seen: 4, expected: 20 });
	});

	test('of groups that go on as before, hardly any is said to have fallen', () => {
		let state = 41;
		const next = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
		const poisson = (mean: number): number => {
			let count = 0;
			for (let left = next(); left > Math.exp(-mean); left *= next()) count += 1;
			return count;
		};
		for (const mean of [0.5, 1.5, 3, 8, 25]) {
			const judged = Array.from({ length: 2_000 }, () =>
				useOf(Array.from({ length: WEEKS_JUDGED }, () => poisson(mean)))
			);
			const alarms = judged.filter((one) => one.state === 'fallen' || one.state === 'silent');
			expect(alarms.length).toBeLessThan(2_000 * 0.01);
		}
	});

	test('a fall is less than half of five or more, and fewer still is no better', () => {
		const few = fc.array(fc.nat(3), { minLength: 4, maxLength: 4 });
		const usual = fc.array(fc.nat(12), { minLength: 64, maxLength: 64 });
		fc.assert(
			fc.property(usual, few, (before, recent) => {
				const { state, seen, expected } = useOf([...before, ...recent]);
				if (state === 'silent') expect(seen).toBe(0);
				if (state !== 'fallen') return;
				expect(expected).toBeGreaterThanOrEqual(5);
				expect(seen).toBeLessThan(expected / 2);
				const fewer = useOf([...before, ...recent.with(-1, 0)]);
				expect(['fallen', 'silent']).toContain(fewer.state);
			})
		);
	});

	test('it is used again at three quarters of before; after a silence, at something in two weeks of four', () => {
		const fallen = { state: 'fallen', expected: 24 } as const;
		expect(isUsedAgain(fallen, weeks([6, 12], [3, 4]))).toBe(false);
		expect(isUsedAgain(fallen, weeks([6, 12], [4, 3], [5, 1]))).toBe(false);
		expect(isUsedAgain(fallen, weeks([6, 12], [4, 2], [5, 2]))).toBe(true);
		const silent = { state: 'silent', expected: 4 } as const;
		expect(isUsedAgain(silent, [0, 0, 5, 0])).toBe(false);
		expect(isUsedAgain(silent, [0, 1, 0, 1])).toBe(true);
	});

	test('weeks are whole, and begin on a Monday', () => {
		expect(mondayOf('2026-11-23')).toBe('2026-11-23');
		expect(mondayOf('2026-11-22')).toBe('2026-11-16');
		expect(wholeWeeks('2026-11-25', 2)).toEqual(['2026-11-09', '2026-11-16']);
		// Over the end of a year, and over a change of clocks.
		expect(wholeWeeks('2027-01-04', 2)).toEqual(['2026-12-21', '2026-12-28']);
		expect(wholeWeeks('2026-11-02', 2)).toEqual(['2026-10-19', '2026-10-26']);
	});
});
