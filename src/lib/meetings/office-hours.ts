import { londonDate, londonInstant, londonTime } from '../language/dates.ts';
import { addDays, isWorkingDay, type ExtraDays } from './working-days.ts';

/** When somebody looks at what comes in. Days from 1 (Monday) to 7. */
export interface OfficeHours {
	readonly firstDay: number;
	readonly lastDay: number;
	/** `HH:MM` */
	readonly from: string;
	readonly to: string;
}

/** More days in a row than any office is closed. */
const MOST_DAYS = 21;

/** Whether the office is open at this instant, by London’s clock and its bank holidays. */
export function isOfficeOpen(hours: OfficeHours, at: number, extraDays: ExtraDays = []): boolean {
	const time = londonTime(at);
	return isOpenOn(hours, londonDate(at), extraDays) && time >= hours.from && time < hours.to;
}

/** When the office opens next: now, where it is open. Null where it opens on no day at all. */
export function nextOpening(
	hours: OfficeHours,
	at: number,
	extraDays: ExtraDays = []
): number | null {
	if (isOfficeOpen(hours, at, extraDays)) return at;
	if (hours.from >= hours.to) return null;
	let date = londonDate(at);
	for (let day = 0; day < MOST_DAYS; day++, date = addDays(date, 1)) {
		const opens = londonInstant(`${date}T${hours.from}`);
		if (opens >= at && isOpenOn(hours, date, extraDays)) return opens;
	}
	return null;
}

function isOpenOn({ firstDay, lastDay }: OfficeHours, date: string, extraDays: ExtraDays): boolean {
	// Sunday is 0 there, and 7 here.
	const day = new Date(`${date}T00:00Z`).getUTCDay() || 7;
	const inWeek =
		firstDay <= lastDay ? day >= firstDay && day <= lastDay : day >= firstDay || day <= lastDay;
	// Of Monday to Friday, those that are no holiday; who opens at weekends says so.
	return inWeek && (day > 5 || isWorkingDay(date, extraDays));
}
