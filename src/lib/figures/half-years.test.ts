import { expect, test } from 'vitest';
import { endedHalves, endedYears, halfYearOf, halvesOf } from './half-years.ts';

test.each([
	['2026-04-01', '2026-H1'],
	['2026-09-30', '2026-H1'],
	['2026-10-01', '2026-H2'],
	['2027-01-01', '2026-H2'],
	['2027-03-31', '2026-H2']
])('%s is in %s', (date, id) => {
	const half = halfYearOf(date);

	expect(half.id).toBe(id);
	expect(date >= half.from && date <= half.to).toBe(true);
	expect(halvesOf(2026)).toContainEqual(half);
});

test('a half year or a year is over when its last day is', () => {
	expect(endedHalves('2025-11-20', '2026-09-30').map(({ id }) => id)).toEqual(['2025-H2']);
	expect(endedHalves('2025-11-20', '2026-10-01').map(({ id }) => id)).toEqual([
		'2026-H1',
		'2025-H2'
	]);
	expect(endedYears('2024-06-01', '2026-03-31')).toEqual([2024]);
	expect(endedYears('2024-06-01', '2026-04-01')).toEqual([2025, 2024]);
	expect(endedYears('2026-06-01', '2026-11-21')).toEqual([]);
});
