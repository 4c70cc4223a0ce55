import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARTICIPATION_CODES } from '../meetings/participation.ts';
import type { ToldReport } from './annual-report.ts';
import { percent } from './percent.ts';
import { financialYear, monthsOf, yearBefore, type Period } from './periods.ts';
import type { ReportTableId } from './report-table.ts';
import { reportTables } from './report-tables.ts';

const YEAR = financialYear(2025);

/** A report in which a review is held `held(month)` times, and all else is nothing. */
function reportOf(period: Period, held: (at: number) => number, inTime = held): ToldReport {
	const months = monthsOf(period).map((month, at) => ({
		month,
		held: held(at),
		inTime: inTime(at),
		inTimePercent: percent(inTime(at), held(at))
	}));
	const all = (of: 'held' | 'inTime') => months.reduce((sum, month) => sum + month[of], 0);
	const nothing = { held: 0, inTime: 0, inTimePercent: null };
	return {
		period,
		reviews: {
			months,
			total: { held: all('held'), inTime: all('inTime'), inTimePercent: null },
			decisions: { due: 10, inTime: 9, inTimePercent: 90 },
			records: { due: 10, inTime: 4, inTimePercent: 40 }
		},
		conferences: { initial: nothing, review: nothing },
		participation: {
			reviewsOfChildrenAged4AndOver: 8,
			codes: Object.fromEntries(
				PARTICIPATION_CODES.map((code) => [code, code === 'PN1' ? 6 : 0])
			) as ToldReport['participation']['codes'],
			participated: 6,
			participatedPercent: 75,
			attended: 6,
			attendedPercent: 75,
			notRecorded: 2,
			notRecordedPercent: 25
		},
		parentSurvey: {
			responses: 0,
			conferences: 0,
			returnPercent: null,
			months: monthsOf(period).map((month) => ({ month, initial: 0, review: 0 })),
			questions: {}
		},
		statements: {
			sent: 7,
			byForm: { 'before-my-review': 7 },
			byLanguage: {},
			byStatus: {},
			openedBeforeMeetingPercent: null
		},
		accounts: { active: 3 },
		requests: { byKind: {}, inTimePercent: null }
	};
}

function table(id: ReportTableId, now: ToldReport, before = reportOf(yearBefore(YEAR), () => 1)) {
	const found = reportTables(now, before).find((one) => one.id === id);
	if (!found) throw new Error(id);
	return found;
}

describe('the tables of the annual report', () => {
	test('have every month, after each three their quarter, and the year', () => {
		const { rows } = table(
			'reviews',
			reportOf(YEAR, (at) => at)
		);

		expect(rows.map(({ id }) => id).slice(0, 5)).toEqual([
			'2025-04',
			'2025-05',
			'2025-06',
			'2025-Q1',
			'2025-07'
		]);
		expect(rows).toHaveLength(12 + 4 + 1);
		expect(rows.find(({ id }) => id === '2025-Q4')?.values[0]).toBe(9 + 10 + 11);
		expect(rows.at(-1)?.values[0]).toBe(66);
	});

	test('have the same month of the year before beside each', () => {
		const before = reportOf(yearBefore(YEAR), (at) => at * 10);

		const { rows } = table(
			'reviews',
			reportOf(YEAR, () => 1),
			before
		);

		expect(rows.find(({ id }) => id === '2026-03')?.values[3]).toBe(110);
		expect(rows.find(({ id }) => id === '2025-Q1')?.values[3]).toBe(30);
	});

	test('add up: quarters and months are the year, whatever the months are', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(400), { minLength: 12, maxLength: 12 }), (counts) => {
				const { rows } = table(
					'reviews',
					reportOf(YEAR, (at) => counts[at] ?? 0)
				);
				const sumOf = (kind: string) =>
					rows
						.filter((row) => row.kind === kind)
						.reduce((sum, { values: [held] }) => sum + Number(held), 0);

				expect(sumOf('month')).toBe(sumOf('total'));
				expect(sumOf('quarter')).toBe(sumOf('total'));
			})
		);
	});

	test('tell a month without a review from one whose number is hidden', () => {
		const report = reportOf(YEAR, () => 0);
		const [first, ...others] = report.reviews.months;
		const months = first ? [{ ...first, held: null, inTime: null }, ...others] : [];

		const { rows } = table('reviews', { ...report, reviews: { ...report.reviews, months } });

		expect(rows[0]?.values.slice(0, 3)).toEqual(['hidden', 'hidden', 'hidden']);
		expect(rows[1]?.values.slice(0, 3)).toEqual([0, 0, null]);
		expect(rows.find(({ id }) => id === '2025-Q1')?.values[0]).toBe('hidden');
	});

	test('keep not recorded apart from PN7', () => {
		const { rows } = table(
			'codes',
			reportOf(YEAR, () => 1)
		);

		expect(rows.map(({ id }) => id)).toEqual([...PARTICIPATION_CODES, 'not_recorded']);
		expect(rows.at(-1)?.values[0]).toBe(2);
	});

	test('name what was counted in either year, the most first', () => {
		const now = reportOf(YEAR, () => 1);
		const before = reportOf(yearBefore(YEAR), () => 1);

		const { rows } = table(
			'statements_form',
			{ ...now, statements: { ...now.statements, byForm: { a: 1, b: 5 } } },
			{ ...before, statements: { ...before.statements, byForm: { c: 2 } } }
		);

		expect(rows.map(({ id, values }) => [id, ...values])).toEqual([
			['b', 5, 0],
			['a', 1, 0],
			['c', 0, 2]
		]);
	});
});
