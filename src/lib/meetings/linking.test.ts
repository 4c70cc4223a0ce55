import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonInstant } from '../language/dates.ts';
import { MEETING_KINDS, type MeetingKind } from './kinds.ts';
import {
	chooseMeeting,
	isPlanned,
	isRunning,
	nextMeeting,
	relink,
	runningMeetings,
	type Linked,
	type MeetingTimes
} from './linking.ts';

const RULE = {
	kinds: ['looked_after_review'],
	alsoFits: ['initial_conference', 'review_conference']
} as const;
const NOW = londonInstant('2026-11-21T09:00');
const DAY = 86_400_000;
const MINUTE = 60_000;

function meeting(given: Partial<MeetingTimes> & { id: string }): MeetingTimes {
	return {
		kind: 'looked_after_review',
		scheduledAt: NOW + DAY,
		heldOn: null,
		cancelledAt: null,
		...given
	};
}

describe('planned, running or neither', () => {
	test('a meeting is planned up to its minute, and has begun from then on', () => {
		const at = meeting({ id: 'a' });
		const start = at.scheduledAt ?? 0;

		expect(isPlanned(at, start - 1)).toBe(true);
		expect(isPlanned(at, start)).toBe(false);
		expect(isRunning(at, start - 1)).toBe(false);
		expect(isRunning(at, start)).toBe(true);
	});

	test('held, cancelled or without a date, it is neither', () => {
		for (const change of [{ heldOn: '2026-11-20' }, { cancelledAt: NOW }, { scheduledAt: null }]) {
			expect(isPlanned(meeting({ id: 'a', ...change }), NOW)).toBe(false);
			expect(isRunning(meeting({ id: 'a', scheduledAt: NOW, ...change }), NOW)).toBe(false);
		}
	});

	test('it runs for the rest of the London day, whatever the day is elsewhere', () => {
		// Half past midnight in summer is still yesterday in universal time.
		const early = meeting({ id: 'a', scheduledAt: londonInstant('2026-07-01T00:30') });

		expect(isRunning(early, londonInstant('2026-07-01T00:29'))).toBe(false);
		expect(isRunning(early, londonInstant('2026-07-01T01:15'))).toBe(true);
		expect(isRunning(early, londonInstant('2026-07-01T23:59'))).toBe(true);
		expect(isRunning(early, londonInstant('2026-07-02T00:00'))).toBe(false);
	});
});

describe('on sending', () => {
	test('it goes to the soonest planned meeting of the kind', () => {
		const meetings = [
			meeting({ id: 'later', scheduledAt: NOW + 9 * DAY }),
			meeting({ id: 'soon', scheduledAt: NOW + 2 * DAY }),
			meeting({ id: 'past', scheduledAt: NOW - DAY }),
			meeting({ id: 'off', cancelledAt: NOW - DAY }),
			meeting({ id: 'pathway', kind: 'pathway_review' })
		];
		expect(chooseMeeting(RULE, meetings, NOW)).toMatchObject({
			outcome: 'link',
			meeting: { id: 'soon' },
			kinds: RULE.kinds
		});
	});

	test('none planned: it waits', () => {
		expect(chooseMeeting(RULE, [], NOW)).toEqual({ outcome: 'wait', kinds: RULE.kinds });
		const conference = meeting({ id: 'c', kind: 'initial_conference' });
		expect(chooseMeeting(RULE, [conference], NOW)).toEqual({ outcome: 'wait', kinds: RULE.kinds });
	});

	test('a minute before the start it goes to that meeting, a minute after to the next', () => {
		const start = londonInstant('2026-07-01T00:30');
		const meetings = [
			meeting({ id: 'this', scheduledAt: start }),
			meeting({ id: 'next', scheduledAt: start + 90 * DAY })
		];

		const before = chooseMeeting(RULE, meetings, start - MINUTE);
		const after = chooseMeeting(RULE, meetings, start + MINUTE);

		expect(before).toMatchObject({ meeting: { id: 'this' } });
		expect(after).toMatchObject({ meeting: { id: 'next' } });
		expect(runningMeetings(RULE.kinds, meetings, start - MINUTE)).toEqual([]);
		expect(runningMeetings(RULE.kinds, meetings, start + MINUTE)).toMatchObject([{ id: 'this' }]);
	});

	const both = [
		meeting({ id: 'review', scheduledAt: NOW + 5 * DAY }),
		meeting({ id: 'conference', kind: 'review_conference', scheduledAt: NOW + 2 * DAY })
	];

	test('two kinds fit: it is asked, the sooner first', () => {
		expect(chooseMeeting(RULE, both, NOW)).toEqual({
			outcome: 'ask',
			meetings: [both[1], both[0]]
		});
	});

	test('what was chosen is kept to', () => {
		expect(chooseMeeting(RULE, both, NOW, 'review')).toMatchObject({
			meeting: { id: 'review' },
			kinds: RULE.kinds
		});
		expect(chooseMeeting(RULE, both, NOW, 'conference')).toMatchObject({
			meeting: { id: 'conference' },
			kinds: RULE.alsoFits
		});
	});

	test('a chosen meeting that is cancelled or begun meanwhile: the next of the chosen kind, or it waits', () => {
		const off = both.map((one) => (one.id === 'conference' ? { ...one, cancelledAt: NOW } : one));
		expect(chooseMeeting(RULE, off, NOW, 'conference')).toEqual({
			outcome: 'wait',
			kinds: RULE.alsoFits
		});
		const another = meeting({ id: 'c2', kind: 'initial_conference', scheduledAt: NOW + 40 * DAY });
		expect(chooseMeeting(RULE, [...off, another], NOW, 'conference')).toMatchObject({
			meeting: { id: 'c2' }
		});
	});

	test('a choice that is not one of theirs is asked again', () => {
		expect(chooseMeeting(RULE, both, NOW, 'somebody-elses').outcome).toBe('ask');
	});
});

describe('after a change', () => {
	const next = meeting({ id: 'next', scheduledAt: NOW + 30 * DAY });
	const linkedTo = (changed: Partial<MeetingTimes>, more: Partial<Linked> = {}): Linked => ({
		kinds: RULE.kinds,
		closed: false,
		opened: false,
		link: { meeting: meeting({ id: 'its own', ...changed }), covers: true },
		...more
	});

	test('moved, even past another one: the link stays', () => {
		const moved = linkedTo({ scheduledAt: NOW + 90 * DAY });
		expect(relink(moved, [next], NOW)).toEqual({ outcome: 'stays' });
	});

	test('begun and not yet closed: the link stays', () => {
		expect(relink(linkedTo({ scheduledAt: NOW - DAY }), [next], NOW)).toEqual({ outcome: 'stays' });
	});

	test('cancelled: it goes to the next one, or waits', () => {
		const cancelled = linkedTo({ cancelledAt: NOW });
		expect(relink(cancelled, [next], NOW)).toEqual({
			outcome: 'moves',
			ended: 'meeting_cancelled',
			next
		});
		expect(relink(cancelled, [], NOW)).toMatchObject({ ended: 'meeting_cancelled', next: null });
	});

	test('its date is taken away: it goes to the next one, or waits', () => {
		expect(relink(linkedTo({ scheduledAt: null }), [next], NOW)).toEqual({
			outcome: 'moves',
			ended: 'date_withdrawn',
			next
		});
	});

	test('held and never opened: missed, and carried to the next one or waiting', () => {
		const held = linkedTo({ heldOn: '2026-11-20' });
		expect(relink(held, [next], NOW)).toEqual({ outcome: 'moves', ended: 'missed', next });
		expect(relink(held, [], NOW)).toEqual({ outcome: 'moves', ended: 'missed', next: null });
	});

	test('held and opened: closed', () => {
		const held = linkedTo({ heldOn: '2026-11-20' }, { opened: true });
		expect(relink(held, [next], NOW)).toEqual({ outcome: 'closes' });
		expect(relink({ ...held, closed: true }, [next], NOW)).toEqual({ outcome: 'stays' });
	});

	test('said to be held by mistake: open again', () => {
		const back = linkedTo({}, { opened: true, closed: true });
		expect(relink(back, [next], NOW)).toEqual({ outcome: 'reopens' });
	});

	test('no longer about this young person: it goes to the next one, or waits', () => {
		const elsewhere = linkedTo({});
		const link = { meeting: meeting({ id: 'its own' }), covers: false };
		expect(relink({ ...elsewhere, link }, [next], NOW)).toMatchObject({
			ended: 'not_covered',
			next: { id: 'next' }
		});
	});

	test('a date is made: what waits links by itself', () => {
		const waiting = linkedTo({}, { link: null });
		expect(relink(waiting, [next], NOW)).toEqual({ outcome: 'moves', ended: null, next });
		expect(relink(waiting, [], NOW)).toEqual({ outcome: 'stays' });
	});

	test('what was chosen among two kinds is kept to when it is carried on', () => {
		const conference = meeting({ id: 'c', kind: 'review_conference' });
		const chosen = linkedTo({ cancelledAt: NOW }, { kinds: RULE.alsoFits });
		expect(relink(chosen, [next, conference], NOW)).toMatchObject({ next: { id: 'c' } });
		expect(relink(chosen, [next], NOW)).toMatchObject({ next: null });
	});
});

const anyMeeting = fc.record({
	id: fc.uuid(),
	kind: fc.constantFrom<MeetingKind>(...MEETING_KINDS),
	scheduledAt: fc.option(fc.integer({ min: NOW - 5 * DAY, max: NOW + 5 * DAY })),
	heldOn: fc.option(fc.constant('2026-11-20')),
	cancelledAt: fc.option(fc.constant(NOW - DAY))
});
const anyStatement: fc.Arbitrary<Linked> = fc.record({
	kinds: fc.subarray([...MEETING_KINDS]),
	closed: fc.boolean(),
	opened: fc.boolean(),
	link: fc.option(fc.record({ meeting: anyMeeting, covers: fc.boolean() }))
});

test('whatever there is, it goes only to a planned meeting of its kinds, and to none that is sooner', () => {
	fc.assert(
		fc.property(fc.array(anyMeeting), fc.subarray([...MEETING_KINDS]), (meetings, kinds) => {
			const found = nextMeeting(kinds, meetings, NOW);
			const fitting = meetings.filter((one) => kinds.includes(one.kind) && isPlanned(one, NOW));
			expect(found === null).toBe(fitting.length === 0);
			for (const one of fitting)
				expect((found?.scheduledAt ?? 0) <= (one.scheduledAt ?? 0)).toBe(true);
		})
	);
});

test('settled once is settled: asked again, it stays', () => {
	fc.assert(
		fc.property(anyStatement, fc.array(anyMeeting), (statement, meetings) => {
			const change = relink(statement, meetings, NOW);
			const after = {
				stays: statement,
				closes: { ...statement, closed: true },
				reopens: { ...statement, closed: false },
				moves: {
					...statement,
					closed: false,
					link:
						change.outcome === 'moves' && change.next
							? { meeting: change.next, covers: true }
							: null
				}
			}[change.outcome];
			expect(relink(after, meetings, NOW).outcome).toBe('stays');
		})
	);
});
