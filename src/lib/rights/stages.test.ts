import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAW } from '../meetings/limits.ts';
import { londonInstant } from '../language/dates.ts';
import { addDays, workingDaysBetween } from '../meetings/working-days.ts';
import { daysLeft, dueOn, isLate, longestOn, mayExtendTo, receivedOn } from './clocks.ts';
import { REQUEST_KINDS } from './requests.ts';
import {
	firstStage,
	isOver,
	MOVE_KINDS,
	moveOf,
	movesFrom,
	stageAfter,
	STAGES,
	type MoveKind,
	type Stage
} from './stages.ts';

const COUNTING = { limits: LAW, extraDays: [] };

describe('the clocks of a complaint', () => {
	const RECEIVED = '2026-12-18';
	test.each([
		['stage 1', dueOn('complaint', 'stage_1', RECEIVED, COUNTING), '2027-01-06'],
		['stage 1, extended', longestOn('complaint', 'stage_1', RECEIVED, COUNTING), '2027-01-20'],
		[
			'to ask for stage 2',
			dueOn('complaint', 'stage_1_answered', RECEIVED, COUNTING),
			'2027-01-20'
		],
		['stage 2', dueOn('complaint', 'stage_2', RECEIVED, COUNTING), '2027-01-27'],
		['stage 2, extended', longestOn('complaint', 'stage_2', RECEIVED, COUNTING), '2027-03-24'],
		[
			'to ask for the panel',
			dueOn('complaint', 'stage_2_answered', RECEIVED, COUNTING),
			'2027-01-20'
		],
		['the panel', dueOn('complaint', 'panel', RECEIVED, COUNTING), '2027-02-03'],
		['the panel, extended', longestOn('complaint', 'panel', RECEIVED, COUNTING), null]
	])('%s, over Christmas', (_, counted, expected) => {
		expect(counted).toBe(expected);
	});

	test('a day the council adds moves what it lies before, and a limit it sets holds', () => {
		const extraDays = ['2027-01-06'];
		expect(dueOn('complaint', 'stage_1', RECEIVED, { limits: LAW, extraDays })).toBe('2027-01-07');
		const limits = { ...LAW, complaint_stage_1: 5 };
		expect(dueOn('complaint', 'stage_1', RECEIVED, { limits, extraDays: [] })).toBe('2026-12-29');
	});

	test.each([
		['2026-12-18T23:59', '2026-12-18', '2027-01-06'],
		['2026-12-19T00:00', '2026-12-19', '2027-01-06'],
		// Saturday and Sunday begin counting on the same Monday as Friday does; Monday does not.
		['2026-07-15T23:59', '2026-07-15', '2026-07-29'],
		['2026-07-16T00:00', '2026-07-16', '2026-07-30']
	])('what comes at %s came on %s, in winter as in summer', (at, on, due) => {
		expect(receivedOn(londonInstant(at))).toBe(on);
		expect(dueOn('complaint', 'stage_1', receivedOn(londonInstant(at)), COUNTING)).toBe(due);
	});

	test('the whole last day is in time, and the next is late', () => {
		expect(isLate('stage_1', '2027-01-06', receivedOn(londonInstant('2027-01-06T23:59')))).toBe(
			false
		);
		expect(isLate('stage_1', '2027-01-06', receivedOn(londonInstant('2027-01-07T00:00')))).toBe(
			true
		);
		expect(isLate('stage_1_answered', '2027-01-06', '2027-06-01')).toBe(false);
		expect(daysLeft('2027-01-04', '2027-01-06', [])).toBe(2);
		expect(daysLeft('2027-01-08', '2027-01-06', [])).toBe(-2);
	});
});

describe('the stages', () => {
	test('a complaint goes through all of its stages, one after the other', () => {
		const steps: MoveKind[] = [
			'answered',
			'next_asked',
			'answered',
			'next_asked',
			'panel_met',
			'panel_reported',
			'answered'
		];
		const stages = steps.reduce<(Stage | null)[]>(
			(so_far, step) => [...so_far, stageAfter('complaint', so_far.at(-1) ?? 'held', step)],
			[firstStage('complaint')]
		);
		expect(stages).toEqual([
			'stage_1',
			'stage_1_answered',
			'stage_2',
			'stage_2_answered',
			'panel',
			'panel_met',
			'panel_reported',
			'panel_answered'
		]);
	});

	test('an early review cannot be refused, and an objection ends a visitor at once', () => {
		const stages = STAGES.filter((stage) =>
			MOVE_KINDS.some((step) => stageAfter('early_review', 'new', step) === stage)
		);
		expect(stages.toSorted()).toEqual(['date_named', 'withdrawn']);
		for (const stage of ['new', 'waiting_list', 'matched'] as const)
			expect(stageAfter('independent_visitor', stage, 'objected')).toBe('objected');
	});

	test('the next stage is asked for in its time; only after it may others close', () => {
		expect(movesFrom('complaint', 'stage_1_answered', 'young_person', false)).toEqual([
			'next_asked',
			'settled',
			'withdrawn'
		]);
		expect(movesFrom('complaint', 'stage_1_answered', 'handler', false)).toEqual([]);
		expect(movesFrom('complaint', 'stage_1_answered', 'young_person', true)).not.toContain(
			'next_asked'
		);
		expect(movesFrom('complaint', 'stage_1_answered', 'handler', true)).toEqual(['closed']);
	});

	const kind = fc.constantFrom(...REQUEST_KINDS);
	const stage = fc.constantFrom(...STAGES);
	const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2026-01-01', days));

	test('no step is ever out of order, and what is over stays over', () => {
		fc.assert(
			fc.property(
				kind,
				fc.array(fc.constantFrom(...MOVE_KINDS), { maxLength: 12 }),
				(of, steps) => {
					let at = firstStage(of);
					for (const step of steps) {
						const next = stageAfter(of, at, step);
						if (isOver(at)) expect(next).toBeNull();
						if (next === null) continue;
						expect(moveOf(of, step)?.from).toContain(at);
						at = next;
					}
				}
			)
		);
	});

	test('nothing is due before it began, and nothing extended beyond its longest', () => {
		fc.assert(
			fc.property(kind, stage, day, fc.array(day, { maxLength: 3 }), day, (of, at, on, off, to) => {
				const counting = { limits: LAW, extraDays: off };
				const due = dueOn(of, at, on, counting);
				const longest = longestOn(of, at, on, counting);
				if (due !== null) expect(due > on).toBe(true);
				if (longest !== null) expect(due !== null && longest >= due).toBe(true);
				if (mayExtendTo(to, { due, longest })) {
					expect(to <= (longest ?? '')).toBe(true);
					expect(workingDaysBetween(on, to, off)).toBeLessThanOrEqual(
						at === 'stage_1' ? LAW.complaint_stage_1_longest : LAW.complaint_stage_2_longest
					);
				}
			})
		);
	});
});
