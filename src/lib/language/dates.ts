import type { Language } from './languages.ts';

/** The one time zone of the law's clocks and of every date on a page. */
export const LONDON = 'Europe/London';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Some languages default to another calendar and other digits: a meeting date would be misread. */
function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = tag + JSON.stringify(options);
	let found = formatters.get(key);
	if (!found) {
		found = new Intl.DateTimeFormat(tagForDates(tag), { ...options, timeZone: LONDON });
		formatters.set(key, found);
	}
	return found;
}

function tagForDates(tag: string): string {
	return `${tag === 'en' ? 'en-GB' : tag}-u-ca-gregory-nu-latn-hc-h23`;
}

/** Such as “Friday 27 November”; with the year when it is not this one. */
export function longDate(at: number, language: Language, now: number): string {
	const sameYear = londonDate(at).slice(0, 4) === londonDate(now).slice(0, 4);
	return formatter(language.tag, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		...(sameYear ? {} : { year: 'numeric' })
	}).format(at);
}

/** Such as “Fri 27 Nov 2026”. */
export function shortDate(at: number, language: Language): string {
	return formatter(language.tag, {
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		year: 'numeric'
	}).format(at);
}

/** Such as “Fri 27 Nov”; with the year when it is not this one. For lists, where every date stands in its column. */
export function listDate(at: number, language: Language, now: number): string {
	const sameYear = londonDate(at).slice(0, 4) === londonDate(now).slice(0, 4);
	return formatter(language.tag, {
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		...(sameYear ? {} : { year: 'numeric' })
	}).format(at);
}

/** Such as “16:00”. */
export function clockTime(at: number, language: Language): string {
	return formatter(language.tag, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** Such as “April 2026”. @param month `YYYY-MM` */
export function monthName(month: string, language: Language): string {
	return formatter(language.tag, { month: 'long', year: 'numeric' }).format(
		Date.parse(`${month}-01T12:00Z`)
	);
}

/** Such as “Apr 26”, for the foot of a column. @param month `YYYY-MM` */
export function shortMonth(month: string, language: Language): string {
	return formatter(language.tag, { month: 'short', year: '2-digit' }).format(
		Date.parse(`${month}-01T12:00Z`)
	);
}

/** The name of a day of the week. @param day from 1 (Monday) to 7 */
export function weekdayName(day: number, language: Language): string {
	// The first of January 2024 was a Monday.
	return formatter(language.tag, { weekday: 'long' }).format(Date.UTC(2024, 0, day, 12));
}

// Swedish writes dates as the database keeps them. Asked for thousands of times where figures and clocks are worked out.
const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const dates = formatter('sv', DAY);
const dateTimes = formatter('sv', { ...DAY, ...TIME });

/** The date in London at this instant, `YYYY-MM-DD`. */
export function londonDate(at: number): string {
	return dates.format(at);
}

/** The time of day in London at this instant, `HH:MM`. */
export function londonTime(at: number): string {
	return formatter('sv', TIME).format(at);
}

/**
 * The instant of a London date and time. A time that the spring change of clocks skips means the hour after it; one
 * that the autumn change repeats means the first.
 * @param local `YYYY-MM-DDTHH:MM`
 */
export function londonInstant(local: string): number {
	const asUtc = Date.parse(`${local}:00Z`);
	const candidates = [asUtc - 3_600_000, asUtc];
	const written = local.replace('T', ' ');
	return candidates.find((at) => dateTimes.format(at) === written) ?? asUtc;
}

/** Every clock and every figure begins or ends at one, and there are few different: as many days as 27 years have. */
const midnights = new Map<string, number>();
const MOST_MIDNIGHTS = 10_000;

/** Midnight, in London, at the start of a date. @param date `YYYY-MM-DD` */
export function londonMidnight(date: string): number {
	const known = midnights.get(date);
	if (known !== undefined) return known;
	const at = londonInstant(`${date}T00:00`);
	if (midnights.size >= MOST_MIDNIGHTS) midnights.clear();
	midnights.set(date, at);
	return at;
}

/** Whole days from one London date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}
