import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANK_HOLIDAYS } from './bank-holidays.ts';
import {
	addDays,
	addMonths,
	addWorkingDays,
	isWithinTable,
	isWorkingDay,
	workingDaysBetween
} from './working-days.ts';

const PUBLISHED: Readonly<Record<string, string>> = {
	2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
	2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
	2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
	2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
	2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'
};

const date = fc
	.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2029, 9, 1) })
	.map((at) => new Date(at).toISOString().slice(0, 10));
const few = fc.integer({ min: 0, max: 70 });

describe('working days', () => {
	test.each(Object.entries(PUBLISHED))(
		'the bank holidays of %s are those published',
		(year, days) => {
			expect(BANK_HOLIDAYS[year]).toBe(days);
		}
	);

	test('every bank holiday of the table is a weekday, and no working day', () => {
		for (const [year, days] of Object.entries(BANK_HOLIDAYS))
			for (const day of days.split(' ')) {
				expect([0, 6]).not.toContain(new Date(`${year}-${day}T00:00Z`).getUTCDay());
				expect(isWorkingDay(`${year}-${day}`)).toBe(false);
			}
	});

	test.each([
		['2026-11-30', 20, '2026-12-30'],
		['2026-12-12', 20, '2027-01-13'],
		['2027-03-22', 20, '2027-04-21'],
		['2026-08-03', 20, '2026-09-01'],
		['2026-12-10', 15, '2027-01-05'],
		['2027-03-15', 15, '2027-04-07'],
		['2026-12-18', 10, '2027-01-06'],
		['2026-12-18', 20, '2027-01-20'],
		['2026-12-18', 25, '2027-01-27'],
		['2026-12-18', 65, '2027-03-24'],
		['2026-12-18', 30, '2027-02-03']
	])('%s and %i working days is %s', (from, count, expected) => {
		expect(addWorkingDays(from, count)).toBe(expected);
		expect(workingDaysBetween(from, expected)).toBe(count);
	});

	test('days the council adds are not worked', () => {
		expect(isWorkingDay('2026-12-01', ['2026-12-01'])).toBe(false);
		expect(addWorkingDays('2026-11-30', 1, ['2026-12-01', '2026-12-02'])).toBe('2026-12-03');
		expect(workingDaysBetween('2026-11-30', '2026-12-03', ['2026-12-01'])).toBe(2);
	});

	test('no working days after a date is that date, even on a Sunday', () => {
		expect(addWorkingDays('2026-11-22', 0)).toBe('2026-11-22');
	});

	test('a date beyond the table is told apart', () => {
		expect(isWithinTable('2029-12-31')).toBe(true);
		expect(isWithinTable('2030-01-01')).toBe(false);
		expect(isWithinTable('2009-12-31')).toBe(false);
	});

	test('what is counted is a working day, later, and counted back the same', () => {
		fc.assert(
			fc.property(date, few, (from, count) => {
				const to = addWorkingDays(from, count);
				expect(workingDaysBetween(from, to)).toBe(count);
				if (count > 0) expect(isWorkingDay(to)).toBe(true);
			})
		);
	});

	test('counting in two goes comes to the same day', () => {
		fc.assert(
			fc.property(date, few, few, (from, first, second) => {
				const inOne = addWorkingDays(from, first + second);
				expect(addWorkingDays(addWorkingDays(from, first), second)).toBe(inOne);
			})
		);
	});

	test('an extra day off never brings a date forward', () => {
		fc.assert(
			fc.property(date, few, fc.array(date, { maxLength: 5 }), (from, count, extra) => {
				expect(addWorkingDays(from, count, extra) >= addWorkingDays(from, count)).toBe(true);
			})
		);
	});
});

describe('months', () => {
	test.each([
		['2026-08-31', 6, '2027-02-28'],
		['2026-11-30', 3, '2027-02-28'],
		['2027-11-30', 3, '2028-02-29'],
		['2026-12-30', 3, '2027-03-30'],
		['2026-12-31', 1, '2027-01-31'],
		['2026-01-15', 0, '2026-01-15']
	])('%s and %i months is %s', (from, count, expected) => {
		expect(addMonths(from, count)).toBe(expected);
	});

	test('it is that many months on, on the same day or the last of the month', () => {
		fc.assert(
			fc.property(date, fc.integer({ min: 0, max: 24 }), (from, count) => {
				const to = addMonths(from, count);
				const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
				expect(month(to) - month(from)).toBe(count);
				const lastOfMonth = addDays(to, 1).slice(8) === '01';
				expect(to.slice(8) === from.slice(8) || (lastOfMonth && to.slice(8) < from.slice(8))).toBe(
					true
				);
			})
		);
	});
});
