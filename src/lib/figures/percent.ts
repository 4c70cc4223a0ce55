/**
 * A share in per cent with one decimal, rounded half up; null where there is nothing to divide by. Counted in whole
 * numbers, as 1.005 × 100 is not 100.5 to a computer.
 */
export function percent(count: number, of: number): number | null {
	return of === 0 ? null : Math.floor((count * 2000 + of) / (of * 2)) / 10;
}
