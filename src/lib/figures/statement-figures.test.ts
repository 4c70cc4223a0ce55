import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	BAND_DAYS,
	bandOf,
	byMonth,
	timing,
	valueCounts,
	TIME_BANDS
} from './statement-figures.ts';

describe('times', () => {
	test('fall into bands that do not overlap, and leave none out', () => {
		for (let days = 0; days < 40; days += 1) {
			const fitting = Object.entries(BAND_DAYS).filter(
				([, [from, to]]) => from <= days && days <= (to ?? Infinity)
			);
			expect(fitting.map(([band]) => band)).toEqual([bandOf(days)]);
		}
		expect(bandOf(null)).toBe('never');
	});

	test('the median is of those it happened to', () => {
		const of = (...days: (number | null)[]) =>
			timing(days.map((one) => ({ days: one, count: 1 }))).medianDays;
		expect(of()).toBeNull();
		expect(of(null, null)).toBeNull();
		expect(of(3)).toBe(3);
		expect(of(9, 1, 4)).toBe(4);
		expect(of(1, 2, 3, 9, null)).toBe(2);
	});

	test('the median of grouped counts is the one of the single ones; bands add up to all', () => {
		const grouped = fc.array(
			fc.record({ days: fc.option(fc.nat(30)), count: fc.integer({ min: 1, max: 9 }) })
		);
		fc.assert(
			fc.property(grouped, (counts) => {
				const { statements, medianDays, bands } = timing(counts);
				const single = counts
					.flatMap(({ days, count }) => Array<number | null>(count).fill(days))
					.filter((days) => days !== null)
					.sort((a, b) => a - b);
				expect(medianDays).toBe(single[Math.ceil(single.length / 2) - 1] ?? null);
				expect(TIME_BANDS.reduce((sum, band) => sum + bands[band], 0)).toBe(statements);
			})
		);
	});
});

test('values are added up, the most first, and what is not known is one of them', () => {
	const rows = [
		{ sex: 'male', count: 2 },
		{ sex: null, count: 3 },
		{ sex: 'male', count: 2 }
	];
	expect(valueCounts(rows, ({ sex }) => sex)).toEqual([
		{ value: 'male', count: 4 },
		{ value: '-', count: 3 }
	]);
});

test('every month of a period is there, the empty ones too', () => {
	const months = byMonth(
		{ from: '2026-01-31', to: '2026-03-01' },
		[{ month: '2026-03', sent: 2 }],
		{
			sent: 0
		}
	);
	expect(months).toEqual([
		{ month: '2026-01', sent: 0 },
		{ month: '2026-02', sent: 0 },
		{ month: '2026-03', sent: 2 }
	]);
});
