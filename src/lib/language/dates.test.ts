import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	clockTime,
	daysBetween,
	londonDate,
	londonInstant,
	londonMidnight,
	londonTime,
	longDate,
	shortDate
} from './dates.ts';
import { languageOf } from './languages.ts';

const english = languageOf('en');
const arabic = languageOf('ar');
const REVIEW = Date.parse('2026-11-27T16:00:00Z');

describe('dates as people read them', () => {
	it('names the day and leaves out the year when it is this one', () => {
		expect(longDate(REVIEW, english, REVIEW)).toBe('Friday 27 November');
		expect(longDate(REVIEW, english, Date.parse('2025-11-27T16:00:00Z'))).toBe(
			'Friday, 27 November 2026'
		);
	});

	it('keeps the common calendar and digits in every language', () => {
		for (const tag of ['ar', 'fa', 'ps', 'fa-AF', 'ckb', 'am', 'ti']) {
			const language = { ...arabic, tag };
			expect(shortDate(REVIEW, language)).toContain('2026');
			expect(shortDate(REVIEW, language)).toContain('27');
			expect(clockTime(REVIEW, language)).toContain('16:00');
		}
	});

	it('tells the time of London, in summer too', () => {
		expect(clockTime(Date.parse('2026-07-01T15:00:00Z'), english)).toBe('16:00');
	});
});

describe('London dates and instants', () => {
	it('belong to the next day from midnight in London, which in summer is eleven at night in UTC', () => {
		expect(londonDate(Date.parse('2026-06-30T22:59:59Z'))).toBe('2026-06-30');
		expect(londonDate(Date.parse('2026-06-30T23:00:00Z'))).toBe('2026-07-01');
		expect(londonMidnight('2026-07-01')).toBe(Date.parse('2026-06-30T23:00:00Z'));
		expect(londonMidnight('2026-12-01')).toBe(Date.parse('2026-12-01T00:00:00Z'));
	});

	it('take a time that the clocks skip in spring as the hour after', () => {
		const at = londonInstant('2026-03-29T01:30');
		expect(londonTime(at)).toBe('02:30');
	});

	it('take a time that comes twice in autumn as the first', () => {
		expect(londonInstant('2026-10-25T01:30')).toBe(Date.parse('2026-10-25T00:30:00Z'));
	});

	it('are the inverse of each other, outside the hour that comes twice', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2060-01-01') }),
				(at) => {
					const minute = Math.floor(at / 60_000) * 60_000;
					const again = londonInstant(`${londonDate(minute)}T${londonTime(minute)}`);
					expect([minute, minute - 3_600_000]).toContain(again);
				}
			)
		);
	});

	it('are as many days apart as the calendar says, across both changes of the clocks', () => {
		expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
		expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
		expect(daysBetween('2026-11-27', '2026-11-21')).toBe(-6);
	});
});
