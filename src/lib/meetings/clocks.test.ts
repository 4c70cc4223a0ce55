import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonDate, londonInstant } from '../language/dates.ts';
import { endOfDay, meetingClocks, objectUntil, type HeldMeeting } from './clocks.ts';
import { LAW } from './limits.ts';
import { addDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

/** Held as planned: Monday 30 November 2026, 16:00 to 17:00. */
const HELD: HeldMeeting = {
	heldOn: '2026-11-30',
	scheduledAt: londonInstant('2026-11-30T16:00'),
	minutes: 60,
	outcomeDoneAt: null,
	decisionsSentOn: null,
	recordSentOn: null,
	letterSentOn: null
};

function clock(
	name: string,
	now: string | number,
	more: Partial<HeldMeeting> = {},
	setting: { limits?: typeof LAW; extraDays?: string[] } = {}
) {
	const at = typeof now === 'number' ? now : londonInstant(now);
	const all = meetingClocks({ ...HELD, ...more }, { now: at, limits: LAW, ...setting });
	return all.find((one) => one.name === name);
}

test('nothing runs from a meeting that was not held', () => {
	expect(
		meetingClocks({ ...HELD, heldOn: null }, { now: HELD.scheduledAt ?? 0, limits: LAW })
	).toEqual([]);
});

describe('the outcome form', () => {
	test('is due 24 hours after the meeting was over, weekend or not', () => {
		const last = londonInstant('2026-12-01T17:00');
		expect(clock('outcome', '2026-11-30T17:30')).toMatchObject({
			dueAt: last,
			state: 'running',
			left: { unit: 'hours', count: 24 }
		});
		expect(clock('outcome', last)?.state).toBe('due_today');
		expect(clock('outcome', last + 1)).toMatchObject({ state: 'overdue', left: { count: 1 } });
		expect(clock('outcome', last + 1, { outcomeDoneAt: last })?.state).toBe('done_in_time');
		expect(clock('outcome', last + 1, { outcomeDoneAt: last + 1 })?.state).toBe('done_late');
	});

	test('counts from the end of the day where nobody knows the hour it was held', () => {
		const moved = { heldOn: '2026-12-02' };
		expect(clock('outcome', '2026-12-02T12:00', moved)?.dueOn).toBe('2026-12-03');
		expect(clock('outcome', '2026-12-02T12:00', moved)?.dueAt).toBe(endOfDay('2026-12-03'));
	});

	test('has 24 whole hours in the night the clocks change', () => {
		const heldOn = '2026-10-24';
		const at = londonInstant('2026-10-24T15:00');
		const due = clock('outcome', at, { heldOn, scheduledAt: at, minutes: null })?.dueAt;
		expect(due).toBe(londonInstant('2026-10-25T14:00'));
	});
});

describe('working days', () => {
	test.each([
		['in winter', '2026-11-30', '2026-12-07', '2026-12-30'],
		['in summer', '2026-07-06', '2026-07-13', '2026-08-03'],
		['over the end of summer time', '2026-10-22', '2026-10-29', '2026-11-19'],
		['over a Christmas with moved bank holidays', '2027-12-20', '2027-12-29', '2028-01-20'],
		['over Easter', '2027-03-22', '2027-03-31', '2027-04-21']
	])('%s: the last minute is in time, the next is not', (_, heldOn, decisionsOn, recordOn) => {
		for (const [name, dueOn] of [
			['decisions', decisionsOn],
			['record', recordOn],
			['letter', recordOn]
		] as const) {
			const lastMinute = londonInstant(`${dueOn}T23:59`);
			expect(clock(name, lastMinute + 59_999, { heldOn })).toMatchObject({
				dueOn,
				state: 'due_today'
			});
			expect(clock(name, lastMinute + 60_000, { heldOn })?.state).toBe('overdue');
		}
	});

	test('a day the council added counts for nothing, and a changed limit counts at once', () => {
		const extraDays = ['2026-12-03'];
		expect(clock('decisions', '2026-12-01T09:00', {}, { extraDays })?.dueOn).toBe('2026-12-08');
		const limits = { ...LAW, decisions: 3, record: 15, outcome: 48 };
		expect(clock('decisions', '2026-12-01T09:00', {}, { limits })?.dueOn).toBe('2026-12-03');
		expect(clock('record', '2026-12-01T09:00', {}, { limits })?.dueOn).toBe('2026-12-21');
		expect(clock('outcome', '2026-12-01T09:00', {}, { limits })?.dueOn).toBe('2026-12-02');
	});

	test('says how many working days are left, or have gone', () => {
		expect(clock('decisions', '2026-12-04T09:00')?.left).toEqual({
			unit: 'working_days',
			count: 1
		});
		expect(clock('decisions', '2026-12-09T09:00')?.left?.count).toBe(2);
		expect(clock('decisions', '2026-12-09T09:00', { decisionsSentOn: '2026-12-07' })).toMatchObject(
			{ state: 'done_in_time', doneOn: '2026-12-07', left: null }
		);
		expect(clock('record', '2027-02-01T09:00', { recordSentOn: '2026-12-31' })?.state).toBe(
			'done_late'
		);
	});
});

describe('the window for objecting', () => {
	const sent = { decisionsSentOn: '2026-12-18' };

	test('runs from when the decisions were sent, however late that was, and not before', () => {
		expect(clock('objection', '2026-12-18T09:00')).toBeUndefined();
		const last = endOfDay('2026-12-29');
		expect(clock('objection', last, sent)).toMatchObject({ dueAt: last, state: 'due_today' });
		expect(objectUntil(londonInstant('2026-12-18T23:59'), LAW)).toBe(last);
		expect(objectUntil(londonInstant('2026-12-19T00:00'), LAW)).toBe(last);
	});

	test('is never late: silence until its end agrees', () => {
		expect(clock('objection', '2026-12-30T00:00', sent)).toMatchObject({
			state: 'done_in_time',
			doneOn: '2026-12-29'
		});
		const agreed = { ...sent, objectionEndedAt: londonInstant('2026-12-21T10:00') };
		expect(clock('objection', '2027-02-01T09:00', agreed)?.doneOn).toBe('2026-12-21');
	});

	test('stays as it was set when a limit changes', () => {
		const until = endOfDay('2026-12-23');
		const set = { ...sent, objectUntil: until };
		expect(clock('objection', '2026-12-20T09:00', set)?.dueAt).toBe(until);
	});
});

const day = fc
	.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 6, 1) })
	.map((at) => new Date(at).toISOString().slice(0, 10));

test('no clock looks at another, and every due date is a working day that is far enough away', () => {
	fc.assert(
		fc.property(
			day,
			fc.integer({ min: 0, max: 60 }),
			fc.record({
				outcomeDoneAt: fc.option(fc.integer({ min: 0, max: 2e12 })),
				decisionsSentOn: fc.option(day),
				recordSentOn: fc.option(day),
				letterSentOn: fc.option(day)
			}),
			(heldOn, days, done) => {
				const now = londonInstant(`${addDays(heldOn, days)}T12:00`);
				const open = meetingClocks({ ...HELD, heldOn }, { now, limits: LAW });
				const all = meetingClocks({ ...HELD, heldOn, ...done }, { now, limits: LAW });
				for (const { name, dueAt, dueOn } of open) {
					const same = all.find((one) => one.name === name);
					expect(same).toMatchObject({ dueAt, dueOn });
					if (name === 'outcome') continue;
					expect(isWorkingDay(dueOn)).toBe(true);
					expect(londonDate(dueAt)).toBe(dueOn);
					expect(londonDate(dueAt + 1)).toBe(addDays(dueOn, 1));
					expect(workingDaysBetween(heldOn, dueOn)).toBe(name === 'decisions' ? 5 : 20);
				}
				const without = all.filter(({ name }) => name !== 'outcome' && name !== 'objection');
				const rest = { ...done, outcomeDoneAt: null };
				const others = meetingClocks({ ...HELD, heldOn, ...rest }, { now, limits: LAW });
				expect(others.filter(({ name }) => name !== 'outcome' && name !== 'objection')).toEqual(
					without
				);
			}
		)
	);
});
