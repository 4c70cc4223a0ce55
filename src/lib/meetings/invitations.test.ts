import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonDate, londonInstant as at } from '../language/dates.ts';
import { invitedOn, invitedUntil } from './invitations.ts';
import { LAW } from './limits.ts';
import { workingDaysBetween } from './working-days.ts';

const due = (meeting: string, now: string, extraDays: readonly string[] = []) =>
	at(meeting) < invitedUntil(at(now), LAW.invite, extraDays);

describe('when somebody is asked to take part', () => {
	test('fifteen working days before, from the first minute of that day in London, winter and summer', () => {
		expect(due('2026-12-14T16:00', '2026-11-22T23:59')).toBe(false);
		expect(due('2026-12-14T16:00', '2026-11-23T00:00')).toBe(true);
		expect(due('2026-12-14T00:00', '2026-11-23T00:00')).toBe(true);
		expect(due('2026-12-14T23:59', '2026-11-23T00:00')).toBe(true);
		// In summer London is an hour ahead of the clock that computers keep.
		expect(due('2026-07-24T23:30', '2026-07-02T23:59')).toBe(false);
		expect(due('2026-07-24T23:30', '2026-07-03T00:00')).toBe(true);
		expect(invitedOn('2026-07-24', LAW.invite)).toBe('2026-07-03');
	});

	test('holidays, and days the council adds, are not counted', () => {
		expect(due('2027-01-05T10:00', '2026-12-09T23:59')).toBe(false);
		expect(due('2027-01-05T10:00', '2026-12-10T00:00')).toBe(true);
		expect(due('2027-01-05T10:00', '2026-12-09T23:59', ['2026-12-21'])).toBe(true);
		expect(invitedOn('2027-01-05', LAW.invite)).toBe('2026-12-10');
	});

	test('whatever the day: with exactly so many working days to go, and never before', () => {
		const from = at('2026-01-01T00:00');
		fc.assert(
			fc.property(
				fc.integer({ min: from, max: from + 700 * 86_400_000 }),
				fc.integer({ min: 0, max: 60 * 86_400_000 }),
				fc.integer({ min: 1, max: 30 }),
				(now, ahead, days) => {
					const meetingOn = londonDate(now + ahead);
					const near = now + ahead < invitedUntil(now, days);
					expect(near).toBe(workingDaysBetween(londonDate(now), meetingOn) <= days);
					expect(near).toBe(londonDate(now) >= invitedOn(meetingOn, days));
				}
			)
		);
	});
});
