import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueByFor, dueByFromHistory, type DueFacts } from './due-dates.ts';
import { MEETING_KINDS } from './kinds.ts';
import { LAW } from './limits.ts';

const NOTHING: DueFacts = {
	careStartedOn: null,
	strategyOn: null,
	previousHeld: [],
	initialHeld: [],
	limits: LAW
};

describe('reviews of a looked-after child', () => {
	test.each([
		['2026-11-30', '2026-12-30'],
		['2026-12-12', '2027-01-13'],
		['2027-03-22', '2027-04-21'],
		['2026-08-03', '2026-09-01']
	])('care from %s: the first review by %s', (careStartedOn, due) => {
		expect(dueByFor('looked_after_review', { ...NOTHING, careStartedOn })).toBe(due);
	});

	test('the second is due three months after the first was held, the third six after the second', () => {
		const care = { ...NOTHING, careStartedOn: '2026-11-30' };

		const second = dueByFor('looked_after_review', { ...care, previousHeld: ['2026-12-30'] });
		const third = dueByFor('looked_after_review', {
			...care,
			previousHeld: ['2027-03-30', '2026-12-30']
		});

		expect(second).toBe('2027-03-30');
		expect(third).toBe('2027-09-30');
	});

	test('a review held late moves the next one: due dates count from what was held', () => {
		const previousHeld = ['2027-01-20'];
		const due = dueByFor('looked_after_review', {
			...NOTHING,
			careStartedOn: '2026-11-30',
			previousHeld
		});
		expect(due).toBe('2027-04-20');
	});

	test('who comes into care again begins anew', () => {
		const due = dueByFor('looked_after_review', {
			...NOTHING,
			careStartedOn: '2026-11-30',
			previousHeld: ['2024-05-01', '2024-08-01']
		});
		expect(due).toBe('2026-12-30');
	});

	test('with the start of care unknown, six months after the last one held, or nothing', () => {
		const held = { ...NOTHING, previousHeld: ['2026-08-31'] };
		expect(dueByFor('looked_after_review', held)).toBe('2027-02-28');
		expect(dueByFor('looked_after_review', NOTHING)).toBeNull();
	});
});

describe('child protection conferences', () => {
	test.each([
		['2026-12-10', '2027-01-05'],
		['2027-03-15', '2027-04-07']
	])('strategy discussion on %s: the initial conference by %s', (strategyOn, due) => {
		expect(dueByFor('initial_conference', { ...NOTHING, strategyOn })).toBe(due);
	});

	test('the first review is due three months after the initial one, the next six after that', () => {
		const initialHeld = ['2027-01-05'];

		const first = dueByFor('review_conference', { ...NOTHING, initialHeld });
		const next = dueByFor('review_conference', {
			...NOTHING,
			initialHeld,
			previousHeld: ['2027-04-05']
		});

		expect(first).toBe('2027-04-05');
		expect(next).toBe('2027-10-05');
	});

	test('a second initial conference begins a new plan', () => {
		const due = dueByFor('review_conference', {
			...NOTHING,
			initialHeld: ['2025-01-06', '2027-01-05'],
			previousHeld: ['2025-04-07', '2025-10-07']
		});
		expect(due).toBe('2027-04-05');
	});

	test('the start of the plan stands in for an initial conference that is not on record', () => {
		const plan = { ...NOTHING, careStartedOn: '2027-01-05' };
		expect(dueByFor('review_conference', plan)).toBe('2027-04-05');
	});

	test('without a strategy discussion on record, no date is made up', () => {
		expect(dueByFor('initial_conference', NOTHING)).toBeNull();
		expect(dueByFor('review_conference', NOTHING)).toBeNull();
	});
});

describe('pathway plan reviews', () => {
	test('six months after the last one, clamped to the end of the month', () => {
		const held = { ...NOTHING, previousHeld: ['2026-02-28', '2026-08-31'] };
		expect(dueByFor('pathway_review', held)).toBe('2027-02-28');
		expect(dueByFor('pathway_review', NOTHING)).toBeNull();
	});
});

test('a council that is stricter than the law has its own limits', () => {
	const limits = { ...LAW, first_review: 10, pathway_review: 3 };
	const care = { ...NOTHING, careStartedOn: '2026-11-30', limits };

	expect(dueByFor('looked_after_review', care)).toBe('2026-12-14');
	expect(dueByFor('pathway_review', { ...care, previousHeld: ['2026-11-30'] })).toBe('2027-02-28');
});

test('a meeting counts from what was held before its own day, and of its own time in care', () => {
	const history = {
		held: [
			{ kind: 'looked_after_review', heldOn: '2026-12-30' },
			{ kind: 'looked_after_review', heldOn: '2027-03-30' },
			{ kind: 'pathway_review', heldOn: '2027-01-10' }
		],
		periods: [
			{ status: 'looked_after', startedOn: '2020-01-02' },
			{ status: 'looked_after', startedOn: '2026-11-30' },
			{ status: 'care_leaver', startedOn: '2027-01-01' }
		]
	};
	const due = (day: string | null) =>
		dueByFromHistory('looked_after_review', history, { day, strategyOn: null, limits: LAW });

	expect(due('2026-12-30')).toBe('2026-12-30');
	expect(due('2027-03-30')).toBe('2027-03-30');
	expect(due(null)).toBe('2027-09-30');
});

const date = fc
	.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 0, 1) })
	.map((at) => new Date(at).toISOString().slice(0, 10));

test('a due date is never before what it counts from, and the order of the past does not matter', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...MEETING_KINDS),
			fc.option(date),
			fc.array(date, { maxLength: 4 }),
			fc.array(date, { maxLength: 2 }),
			(kind, careStartedOn, previousHeld, initialHeld) => {
				const facts = { ...NOTHING, careStartedOn, previousHeld, initialHeld };
				const due = dueByFor(kind, facts);
				const turned = {
					...facts,
					previousHeld: previousHeld.toReversed(),
					initialHeld: initialHeld.toReversed()
				};
				expect(dueByFor(kind, turned)).toBe(due);
				if (due !== null && kind === 'pathway_review')
					for (const held of previousHeld) expect(due > held).toBe(true);
				if (due !== null && kind === 'looked_after_review' && careStartedOn !== null)
					expect(due > careStartedOn).toBe(true);
			}
		)
	);
});
