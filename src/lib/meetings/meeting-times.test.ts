import fc from 'fast-check';
import { expect, test } from 'vitest';
import { londonDate, londonInstant, londonTime } from '../language/dates.ts';
import { isDate, meetingTime } from './meeting-times.ts';

const now = londonInstant('2026-11-21T09:00');

test.each([
	['2026-11-27', '16:00', { at: Date.UTC(2026, 10, 27, 16) }],
	['2027-06-01', '16:00', { at: Date.UTC(2027, 5, 1, 15) }],
	['2026-11-21', '09:00', { fault: 'diary_in_past' }],
	['2026-11-20', '16:00', { fault: 'diary_in_past' }],
	['2027-03-28', '01:30', { fault: 'diary_time_not_there' }],
	['2026-11-27', '03:00', { fault: 'diary_hour_odd' }],
	['2026-11-27', '06:59', { fault: 'diary_hour_odd' }],
	['2026-11-27', '21:00', { fault: 'diary_hour_odd' }],
	['2026-11-27', '24:00', { fault: 'diary_time_missing' }],
	['2026-11-27', '', { fault: 'diary_time_missing' }],
	['2026-11-31', '16:00', { fault: 'diary_date_missing' }],
	['27/11/2026', '16:00', { fault: 'diary_date_missing' }],
	['2062-11-27', '16:00', { fault: 'diary_too_far' }]
])('%s at %s', (date, time, expected) => {
	expect(meetingTime({ date, time }, now)).toEqual(expected);
});

test('a meeting that was held may lie in the past', () => {
	expect(meetingTime({ date: '2026-11-20', time: '16:00', held: true }, now)).toEqual({
		at: londonInstant('2026-11-20T16:00')
	});
});

test('whatever is taken reads, in London, just as it was typed', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 900 }),
			fc.integer({ min: 0, max: 1439 }),
			(days, minute) => {
				const date = new Date(now + days * 86_400_000).toISOString().slice(0, 10);
				const time = new Date(minute * 60_000).toISOString().slice(11, 16);
				const made = meetingTime({ date, time }, now);
				expect(isDate(date)).toBe(true);
				if ('at' in made) expect([londonDate(made.at), londonTime(made.at)]).toEqual([date, time]);
			}
		)
	);
});
