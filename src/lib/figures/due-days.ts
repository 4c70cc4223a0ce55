import { addDays, isWorkingDay, type ExtraDays } from '../meetings/working-days.ts';
import type { Period } from './periods.ts';

/** By when what follows a meeting of that day has to be done. */
export interface DueDay {
	readonly heldOn: string;
	readonly decisionsBy: string;
	readonly recordBy: string;
}

/**
 * What `addWorkingDays` says of every day of a period, all at once: counted day by day, years of them would take longer
 * than asking the database.
 * @throws RangeError where the period begins with no date
 */
export function dueDays(
	{ from, to }: Period,
	limits: { readonly decisions: number; readonly record: number },
	extraDays: ExtraDays
): DueDay[] {
	const extra = new Set(extraDays);
	const longest = Math.max(limits.decisions, limits.record);
	const workingDays: string[] = [];
	/** How many working days there have been, up to and with a day of the period. */
	const before: { readonly heldOn: string; readonly count: number }[] = [];
	for (let day = addDays(from, 0); ; day = addDays(day, 1)) {
		const inPeriod = day <= to;
		if (!inPeriod && workingDays.length >= (before.at(-1)?.count ?? 0) + longest) break;
		if (isWorkingDay(day) && !extra.has(day)) workingDays.push(day);
		if (inPeriod) before.push({ heldOn: day, count: workingDays.length });
	}
	return before.map(({ heldOn, count }) => ({
		heldOn,
		decisionsBy: workingDays[count + limits.decisions - 1] ?? heldOn,
		recordBy: workingDays[count + limits.record - 1] ?? heldOn
	}));
}
