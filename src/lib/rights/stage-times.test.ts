import { expect, test } from 'vitest';
import { stageTimes, type StepLine } from './stage-times.ts';

const step = (
	kind: StepLine['kind'],
	stage: StepLine['stage'],
	on: string,
	dueOn: string | null = null
): StepLine => ({ kind, stage, startedOn: on, on, dueOn });

const received = step('received', 'stage_1', '2026-03-02', '2026-03-16');

test.each([
	['on its last day', '2026-03-16', { decidedOn: '2026-03-16', inTime: true }],
	[
		'a day late: it ran out the day before',
		'2026-03-17',
		{ decidedOn: '2026-03-16', inTime: false }
	]
])('answered %s', (_, on, expected) => {
	const steps = [received, step('answered', 'stage_1_answered', on, '2026-04-14')];

	expect(stageTimes('complaint', steps, '2026-09-01')).toEqual([{ stage: 'stage_1', ...expected }]);
});

test('nothing is said of a time that still runs, and the last day is all of it', () => {
	expect(stageTimes('complaint', [received], '2026-03-16')).toEqual([]);
	expect(stageTimes('complaint', [received], '2026-03-17')).toEqual([
		{ stage: 'stage_1', decidedOn: '2026-03-16', inTime: false }
	]);
});

test('an extension moves the last day', () => {
	const extended = { ...received, kind: 'extended' as const, dueOn: '2026-03-30' };
	const steps = [received, extended, step('answered', 'stage_1_answered', '2026-03-20')];

	expect(stageTimes('complaint', steps, '2026-09-01')).toMatchObject([{ inTime: true }]);
});

test('whoever a request is given to has no new time', () => {
	const asked = step('received', 'new', '2026-03-02', '2026-03-04');
	const given = { ...asked, kind: 'given' as const, stage: 'given' as const, on: '2026-03-03' };
	const steps = [asked, given, step('contacted', 'contacted', '2026-03-05')];

	expect(stageTimes('advocate', steps, '2026-09-01')).toEqual([
		{ stage: 'given', decidedOn: '2026-03-04', inTime: false }
	]);
});

test('what they take back in good time was nobody’s to keep; too late it had run out', () => {
	const taken = (on: string) => [received, step('withdrawn', 'withdrawn', on)];

	expect(stageTimes('complaint', taken('2026-03-10'), '2026-09-01')).toEqual([]);
	expect(stageTimes('complaint', taken('2026-03-20'), '2026-09-01')).toMatchObject([
		{ decidedOn: '2026-03-16', inTime: false }
	]);
});

test('their own time to think is not counted, and the next stage is', () => {
	const steps = [
		received,
		step('answered', 'stage_1_answered', '2026-03-10', '2026-04-09'),
		step('next_asked', 'stage_2', '2026-03-20', '2026-04-27'),
		step('answered', 'stage_2_answered', '2026-04-20', '2026-05-19')
	];

	expect(stageTimes('complaint', steps, '2026-09-01').map(({ stage }) => stage)).toEqual([
		'stage_1',
		'stage_2'
	]);
});
