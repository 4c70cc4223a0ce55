import { expect, test } from 'vitest';
import type { TrailStep } from '../server/statements/views.ts';
import { stepsToShow } from './trail-steps.ts';

const opened = (at: number, by: string): TrailStep => ({ kind: 'opened', at, by, asChair: true });

test('somebody who opens it again is told of once, the first time', () => {
	const steps: TrailStep[] = [
		{ kind: 'sent', at: 1 },
		opened(2, 'Sam'),
		opened(3, 'Sam'),
		opened(4, 'Grace')
	];

	expect(stepsToShow(steps, false).map(({ at }) => at)).toEqual([1, 2, 4]);
	expect(stepsToShow(steps, true).map(({ at }) => at)).toEqual([1, 2, 3, 4]);
});

test('waiting that is over is left out of the short trail', () => {
	const steps: TrailStep[] = [
		{ kind: 'sent', at: 1 },
		{ kind: 'waiting', at: 1 },
		opened(2, 'Sam')
	];

	expect(stepsToShow(steps, false).map(({ kind }) => kind)).toEqual(['sent', 'opened']);
	expect(stepsToShow(steps, true).map(({ kind }) => kind)).toEqual(['sent', 'waiting', 'opened']);
});
