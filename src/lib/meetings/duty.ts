/** A stretch of time, from an instant up to another one. */
export interface Span {
	readonly fromAt: number;
	readonly toAt: number;
}

/** When, between two instants, no turn covers; turns may overlap. In order of time. */
export function gapsIn(turns: readonly Span[], { fromAt, toAt }: Span): Span[] {
	const gaps: Span[] = [];
	let covered = fromAt;
	for (const turn of turns.toSorted((a, b) => a.fromAt - b.fromAt)) {
		if (turn.fromAt >= toAt) break;
		if (turn.fromAt > covered) gaps.push({ fromAt: covered, toAt: turn.fromAt });
		covered = Math.max(covered, turn.toAt);
	}
	if (covered < toAt) gaps.push({ fromAt: covered, toAt });
	return gaps;
}

/**
 * How long an alert is left with those who were told of it before the next in line are told: as long as is set for each
 * of the line, then twice as long each time, a day at most.
 * @param told how often somebody was told after it was raised
 */
export function escalationWait(told: number, hours: number): number {
	const HOUR = 3_600_000;
	return Math.min(hours * HOUR * 2 ** Math.max(0, told - 2), Math.max(24, hours) * HOUR);
}
