import { addDays, addMonths } from '../meetings/working-days.ts';

/** London dates, both included. */
export interface Period {
	readonly from: string;
	readonly to: string;
}

/** The months a period touches, `YYYY-MM`, first to last. */
export function monthsOf({ from, to }: Period): string[] {
	const months: string[] = [];
	for (let first = `${from.slice(0, 7)}-01`; first <= to; first = addMonths(first, 1))
		months.push(first.slice(0, 7));
	return months;
}

/** The quarters of the financial year that a period touches: Q1 is April to June. */
export function quartersOf(period: Period): { readonly id: string; readonly months: string[] }[] {
	const quarters = new Map<string, string[]>();
	for (const month of monthsOf(period)) {
		const id = quarterOf(month);
		quarters.set(id, [...(quarters.get(id) ?? []), month]);
	}
	return [...quarters].map(([id, months]) => ({ id, months }));
}

/** Such as `2026-Q1` for April to June 2026, named after the year it begins in. @param month `YYYY-MM` */
export function quarterOf(month: string): string {
	const number = Number(month.slice(5));
	const year = financialYearOf(`${month}-01`);
	return `${year}-Q${Math.floor(((number + 8) % 12) / 3) + 1}`;
}

/** The year a financial year begins in: it goes from 1 April to 31 March. @param date `YYYY-MM-DD` */
export function financialYearOf(date: string): number {
	const year = Number(date.slice(0, 4));
	return date.slice(5) < '04-01' ? year - 1 : year;
}

export function financialYear(startYear: number): Period {
	return { from: `${startYear}-04-01`, to: `${startYear + 1}-03-31` };
}

/** The same days a year before; a leap day is the last of its February. */
export function yearBefore({ from, to }: Period): Period {
	const lastOfMonth = addDays(to, 1).slice(8) === '01';
	const before = addMonths(to, -12);
	return {
		from: addMonths(from, -12),
		to: lastOfMonth ? addDays(addMonths(`${before.slice(0, 7)}-01`, 1), -1) : before
	};
}
