import { BANK_HOLIDAYS } from './bank-holidays.ts';

/** Days beyond the table on which nobody works, such as a coronation or a funeral: `YYYY-MM-DD`. */
export type ExtraDays = readonly string[];

const DAY_MILLISECONDS = 86_400_000;
const years = Object.keys(BANK_HOLIDAYS).sort();
const FIRST_YEAR = years[0] ?? '';
const LAST_YEAR = years.at(-1) ?? '';

/**
 * Whether it is a working day in England and Wales: neither Saturday, Sunday, Christmas Day, Good Friday nor a bank
 * holiday (SI 2006/1738 reg 2; SI 2010/959 counts alike).
 * @param date `YYYY-MM-DD`
 */
export function isWorkingDay(date: string, extraDays: ExtraDays = []): boolean {
	return isWorked(numberOf(date), extraDays.map(numberOf));
}

/**
 * The day `count` working days after a date. The date itself is day 0, whatever day it is; counting starts on the
 * next working day.
 */
export function addWorkingDays(from: string, count: number, extraDays: ExtraDays = []): string {
	const extra = extraDays.map(numberOf);
	let day = numberOf(from);
	for (let counted = 0; counted < count;) {
		day += 1;
		if (isWorked(day, extra)) counted += 1;
	}
	return dateOf(day);
}

/** How many working days lie after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, extraDays: ExtraDays = []): number {
	const extra = extraDays.map(numberOf);
	const last = numberOf(to);
	let count = 0;
	for (let day = numberOf(from) + 1; day <= last; day += 1) if (isWorked(day, extra)) count += 1;
	return count;
}

/** Whether the table knows that year's bank holidays. A date counted beyond it may be some days too early. */
export function isWithinTable(date: string): boolean {
	return date.slice(0, 4) >= FIRST_YEAR && date.slice(0, 4) <= LAST_YEAR;
}

export function addDays(date: string, count: number): string {
	return dateOf(numberOf(date) + count);
}

/** Calendar months: the same day of the month, or that month's last day where it has no such day. */
export function addMonths(date: string, count: number): string {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + count, Math.min(day, lastDay)))
		.toISOString()
		.slice(0, 10);
}

/** Days are counted by number: over years of them, reading and writing dates would take longer than all the rest. */
const numberOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY_MILLISECONDS;

const dateOf = (day: number): string => new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10);

/** The first day of all was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

const isWorked = (day: number, extra: readonly number[]): boolean => {
	const weekday = weekdayOf(day);
	return weekday !== 0 && weekday !== 6 && !bankHolidays.has(day) && !extra.includes(day);
};

const bankHolidays: ReadonlySet<number> = new Set(
	Object.entries(BANK_HOLIDAYS).flatMap(([year, days]) =>
		days.split(' ').map((day) => numberOf(`${year}-${day}`))
	)
);
