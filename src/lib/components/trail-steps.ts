import type { TrailStep } from '../server/statements/views.ts';

/**
 * The steps of a trail worth reading. Somebody who opens a statement ten times is there once, the first time; waiting
 * is told as long as it lasts, by the line that ends the trail.
 * @param whole every opening
 */
export function stepsToShow(steps: readonly TrailStep[], whole: boolean): TrailStep[] {
	const openers = new Set<string>();
	return steps.filter((step, index) => {
		if (step.kind === 'waiting') {
			const next = steps[index + 1];
			return whole && next !== undefined && !(next.kind === 'linked' && next.reason === 'sent');
		}
		if (step.kind !== 'opened' || whole) return true;
		const first = !openers.has(step.by);
		openers.add(step.by);
		return first;
	});
}
