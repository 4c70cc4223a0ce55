import { londonDate, londonMidnight } from '../language/dates.ts';
import { addDays, addWorkingDays, isWorkingDay, type ExtraDays } from './working-days.ts';

/**
 * Meetings that begin before this instant have no more than so many working days to go: their young people are asked to
 * take part. Whole London days are counted: on the first minute of one, all its meetings are near enough.
 */
export function invitedUntil(now: number, workingDays: number, extraDays: ExtraDays = []): number {
	return londonMidnight(addWorkingDays(londonDate(now), workingDays + 1, extraDays));
}

/** The first London date on which somebody is asked to take part in a meeting on this one. */
export function invitedOn(
	meetingOn: string,
	workingDays: number,
	extraDays: ExtraDays = []
): string {
	let date = meetingOn;
	for (let toGo = isWorkingDay(date, extraDays) ? 1 : 0; toGo <= workingDays;) {
		date = addDays(date, -1);
		if (isWorkingDay(date, extraDays)) toGo += 1;
	}
	return date;
}
