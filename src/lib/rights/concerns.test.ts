import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonDate, londonInstant } from '../language/dates.ts';
import { isWorkingDay } from '../meetings/working-days.ts';
import {
	CONCERN_STAGES,
	FORMAL_WORKING_DAYS,
	firstStage,
	formalDays,
	isLate,
	midwayDueOn,
	movingTo,
	stageDueOn,
	stagesAfter,
	type ConcernStage
} from './concerns.ts';

const dates = fc
	.date({ min: new Date('2024-01-01'), max: new Date('2027-06-30'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const stageLists = fc
	.uniqueArray(
		fc.record({
			id: fc.stringMatching(/^[a-z]{1,8}$/),
			kind: fc.constantFrom('informal', 'formal', 'outside'),
			days: fc.integer({ min: 1, max: 40 }),
			tellsManagers: fc.boolean(),
			gone: fc.boolean()
		}),
		{ selector: ({ id }) => id, minLength: 2, maxLength: 8 }
	)
	.map((stages): ConcernStage[] => stages);

describe('the stages of a concern', () => {
	test('begin informally and end outside the council', () => {
		expect(firstStage(CONCERN_STAGES).kind).toBe('informal');
		expect(CONCERN_STAGES.map(({ kind }) => kind)).toEqual([
			'informal',
			...['formal', 'formal', 'formal', 'formal'],
			'outside'
		]);
	});

	test('are over within the Handbook’s time inside the council', () => {
		expect(formalDays(CONCERN_STAGES)).toBe(FORMAL_WORKING_DAYS);
	});

	test.each([
		['informal', 'team_manager', 'moved'],
		['informal', 'director', 'skipped'],
		['team_manager', 'outside', 'skipped'],
		['director', 'outside', 'moved'],
		['director', 'informal', null],
		['director', 'director', null],
		['outside', 'director', null],
		['director', 'nowhere', null]
	] as const)('from %s to %s: %s', (from, to, what) => {
		expect(movingTo(CONCERN_STAGES, from, to)).toBe(what);
	});

	test('that was taken out is passed by, and what is at it goes on from there', () => {
		const stages = CONCERN_STAGES.map((stage) =>
			stage.id === 'service_manager' ? { ...stage, gone: true } : stage
		);

		expect(movingTo(stages, 'team_manager', 'service_manager')).toBeNull();
		expect(movingTo(stages, 'team_manager', 'assistant_director')).toBe('moved');
		expect(movingTo(stages, 'service_manager', 'assistant_director')).toBe('moved');
	});

	test('are never gone back to, whatever they are', () => {
		fc.assert(
			fc.property(stageLists, fc.nat(), (stages, pick) => {
				const from = stages[pick % stages.length];
				for (const next of stagesAfter(stages, from?.id ?? '')) {
					expect(movingTo(stages, next.id, from?.id ?? '')).toBeNull();
					expect(stages.indexOf(next)).toBeGreaterThan(stages.findIndex((one) => one === from));
				}
			})
		);
	});
});

describe('the clock of a stage', () => {
	test.each([
		// Christmas Day, Boxing Day (kept on Monday) and the New Year are not worked on.
		['2026-12-23', 4, '2026-12-31'],
		['2026-12-23', 5, '2027-01-04'],
		// Good Friday and Easter Monday.
		['2026-04-01', 2, '2026-04-07'],
		['2026-06-13', 1, '2026-06-15']
	])('from %s, %s working days end on %s', (on, days, due) => {
		const [stage] = CONCERN_STAGES;
		expect(stage && stageDueOn({ ...stage, days }, on)).toBe(due);
	});

	test.each([
		['winter', '2026-12-04T23:59', '2026-12-05T00:00', '2026-12-04'],
		['summer', '2026-06-12T23:59', '2026-06-13T00:00', '2026-06-12']
	])('is not late in the last minute of the day in %s', (_season, last, over, due) => {
		expect(isLate(due, londonDate(londonInstant(last)))).toBe(false);
		expect(isLate(due, londonDate(londonInstant(over)))).toBe(true);
	});

	test('always ends on a working day, later for more days, and later for an extra holiday', () => {
		fc.assert(
			fc.property(dates, fc.integer({ min: 1, max: 60 }), (on, days) => {
				const stage = { ...firstStage(CONCERN_STAGES), days };
				const due = stageDueOn(stage, on);
				expect(isWorkingDay(due)).toBe(true);
				expect(stageDueOn({ ...stage, days: days + 1 }, on) > due).toBe(true);
				expect(stageDueOn(stage, on, [due]) > due).toBe(true);
			})
		);
	});
});

describe('a midway check', () => {
	test.each([
		['2026-05-20', null, '2026-08-20'],
		['2026-05-20', '2026-11-20', '2026-08-20'],
		['2026-05-20', '2026-08-20', '2026-07-05'],
		['2026-11-30', null, '2027-02-28'],
		// A date nobody can be right about is left aside.
		['2026-05-20', '2026-05-01', '2026-08-20']
	])('after %s with the next on %s is due on %s', (heldOn, nextOn, due) => {
		expect(midwayDueOn(heldOn, nextOn, 3)).toBe(due);
	});

	test('always comes between the two meetings', () => {
		fc.assert(
			fc.property(dates, dates, fc.integer({ min: 1, max: 12 }), (a, b, months) => {
				const [heldOn = a, nextOn = b] = [a, b].toSorted();
				const due = midwayDueOn(heldOn, nextOn, months);
				expect(due >= heldOn).toBe(true);
				if (nextOn > heldOn) expect(due < nextOn).toBe(true);
			})
		);
	});
});
