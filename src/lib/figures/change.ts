export type Change = 'better' | 'worse' | 'same';

/** Less than a point, up or down, is what a share does by itself from year to year. */
const A_POINT = 1;

/**
 * Whether a share is better than it was, as far as that can be said of it.
 * @param wanted `less` where a small share is the good one
 * @returns null where one of the two is not known
 */
export function changeOf(
	now: number | null,
	before: number | null,
	wanted: 'more' | 'less' = 'more'
): Change | null {
	if (now === null || before === null) return null;
	if (Math.abs(now - before) < A_POINT) return 'same';
	return now > before === (wanted === 'more') ? 'better' : 'worse';
}
