import { londonDate, londonInstant, londonTime } from '../language/dates.ts';

/** No meeting about a young person begins before, or at or after, these hours. */
export const EARLIEST_HOUR = 7;
export const LATEST_HOUR = 21;
/** A date further away than this is a slip of the finger. */
const FURTHEST_YEARS = 3;

export type TimeFault =
	| 'diary_date_missing'
	| 'diary_time_missing'
	| 'diary_time_not_there'
	| 'diary_hour_odd'
	| 'diary_in_past'
	| 'diary_too_far';

/**
 * The instant of a date and time as somebody typed them, in London; or what is wrong with them.
 * @param given.held it has been: such a one lies in the past
 */
export function meetingTime(
	given: { readonly date: string; readonly time: string; readonly held?: boolean },
	now: number
): { readonly at: number } | { readonly fault: TimeFault } {
	const { date, time, held = false } = given;
	if (!isDate(date)) return { fault: 'diary_date_missing' };
	if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { fault: 'diary_time_missing' };
	const at = londonInstant(`${date}T${time}`);
	// The night the clocks go forward has no such hour.
	if (londonDate(at) !== date || londonTime(at) !== time) return { fault: 'diary_time_not_there' };
	const hour = Number(time.slice(0, 2));
	if (hour < EARLIEST_HOUR || hour >= LATEST_HOUR) return { fault: 'diary_hour_odd' };
	if (!held && at <= now) return { fault: 'diary_in_past' };
	const years = Number(date.slice(0, 4)) - Number(londonDate(now).slice(0, 4));
	if (Math.abs(years) > FURTHEST_YEARS) return { fault: 'diary_too_far' };
	return { at };
}

/** Whether it is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const at = Date.parse(`${text}T00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}
