import { expect, test } from 'vitest';
import { financialYear, financialYearOf, monthsOf, quartersOf, yearBefore } from './periods.ts';

test('a financial year goes from April to March', () => {
	expect(financialYear(2026)).toEqual({ from: '2026-04-01', to: '2027-03-31' });
	expect(['2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01'].map(financialYearOf)).toEqual([
		2025, 2026, 2026, 2026
	]);
});

test('a period has every month it touches', () => {
	expect(monthsOf({ from: '2026-01-31', to: '2026-04-01' })).toEqual([
		'2026-01',
		'2026-02',
		'2026-03',
		'2026-04'
	]);
});

test('quarters are those of the financial year', () => {
	expect(quartersOf({ from: '2026-02-10', to: '2026-07-01' })).toEqual([
		{ id: '2025-Q4', months: ['2026-02', '2026-03'] },
		{ id: '2026-Q1', months: ['2026-04', '2026-05', '2026-06'] },
		{ id: '2026-Q2', months: ['2026-07'] }
	]);
});

test('the year before ends with its month, in leap years too', () => {
	expect(yearBefore({ from: '2023-03-01', to: '2024-02-29' })).toEqual({
		from: '2022-03-01',
		to: '2023-02-28'
	});
	expect(yearBefore({ from: '2024-04-01', to: '2025-02-28' })).toEqual({
		from: '2023-04-01',
		to: '2024-02-29'
	});
	expect(yearBefore({ from: '2025-01-10', to: '2025-01-20' })).toEqual({
		from: '2024-01-10',
		to: '2024-01-20'
	});
});
