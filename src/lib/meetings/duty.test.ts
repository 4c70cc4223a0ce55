import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonInstant as at } from '../language/dates.ts';
import { escalationWait, gapsIn } from './duty.ts';
import { isOfficeOpen, nextOpening } from './office-hours.ts';

const HOURS = { firstDay: 1, lastDay: 5, from: '09:00', to: '17:00' };
const HOUR = 3_600_000;

describe('office hours', () => {
	test.each([
		['2026-11-20T08:59', false, '2026-11-20T09:00'],
		['2026-11-20T09:00', true, '2026-11-20T09:00'],
		['2026-11-20T16:59', true, '2026-11-20T16:59'],
		// The last minute of the week is over.
		['2026-11-20T17:00', false, '2026-11-23T09:00'],
		['2026-07-17T16:59', true, '2026-07-17T16:59'],
		['2026-07-17T17:00', false, '2026-07-20T09:00'],
		// Christmas Eve to the Tuesday after: the 28th is a bank holiday.
		['2026-12-24T17:00', false, '2026-12-29T09:00'],
		// The clocks go back on the Sunday, and forward.
		['2026-10-24T12:00', false, '2026-10-26T09:00'],
		['2027-03-27T12:00', false, '2027-03-30T09:00']
	])('at %s: open %s, opens %s', (local, open, opens) => {
		expect(isOfficeOpen(HOURS, at(local))).toBe(open);
		expect(nextOpening(HOURS, at(local))).toBe(at(opens));
	});

	test('a day the council adds is not worked, a week may begin on Saturday, and some never open', () => {
		expect(nextOpening(HOURS, at('2026-11-20T17:00'), ['2026-11-23'])).toBe(at('2026-11-24T09:00'));
		const weekend = { ...HOURS, firstDay: 6, lastDay: 1 };
		expect(isOfficeOpen(weekend, at('2026-11-22T12:00'))).toBe(true);
		expect(isOfficeOpen(weekend, at('2026-11-24T12:00'))).toBe(false);
		expect(
			nextOpening({ ...HOURS, from: '09:00', to: '09:00' }, at('2026-11-22T12:00'))
		).toBeNull();
	});
});

describe('duty', () => {
	const moment = fc.integer({ min: 0, max: 40 });
	const span = fc
		.tuple(moment, moment)
		.map(([a, b]) => ({ fromAt: Math.min(a, b), toAt: Math.max(a, b) }));

	test('every moment is in a turn or in a gap, and in one of them alone', () => {
		fc.assert(
			fc.property(fc.array(span, { maxLength: 6 }), span, (turns, asked) => {
				const gaps = gapsIn(turns, asked);
				for (let now = asked.fromAt; now < asked.toAt; now++) {
					const holds = ({ fromAt, toAt }: typeof asked) => fromAt <= now && now < toAt;
					expect(gaps.filter(holds).length).toBe(turns.some(holds) ? 0 : 1);
				}
			})
		);
	});

	test('an alert is passed on at the same pace down the line, then ever slower', () => {
		const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((told) => escalationWait(told, 1) / HOUR);
		expect(waits).toEqual([1, 1, 1, 2, 4, 8, 16, 24, 24]);
		expect(escalationWait(5, 48) / HOUR).toBe(48);
	});
});
