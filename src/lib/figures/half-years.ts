import { financialYear, financialYearOf, type Period } from './periods.ts';

/** Half of a financial year: April to September, or October to March. */
export interface HalfYear extends Period {
	/** Such as `2026-H1`, after the year it begins in. */
	readonly id: string;
}

export function halfYearOf(date: string): HalfYear {
	const month = Number(date.slice(5, 7));
	return halfOf(financialYearOf(date), month >= 4 && month <= 9 ? 1 : 2);
}

export const halvesOf = (financialYear: number): readonly [HalfYear, HalfYear] => [
	halfOf(financialYear, 1),
	halfOf(financialYear, 2)
];

function halfOf(year: number, half: 1 | 2): HalfYear {
	const { from, to } = financialYear(year);
	return half === 1
		? { id: `${year}-H1`, from, to: `${year}-09-30` }
		: { id: `${year}-H2`, from: `${year}-10-01`, to };
}

/** Those that are over, from the one a day is in on; the latest first. */
export function endedHalves(since: string, today: string): HalfYear[] {
	return yearsFrom(since, today)
		.flatMap(halvesOf)
		.filter(({ to }) => to >= since && to < today)
		.reverse();
}

/** The financial years that are over, from the one a day is in on; the latest first. */
export function endedYears(since: string, today: string): number[] {
	return yearsFrom(since, today)
		.filter((year) => financialYear(year).to < today)
		.reverse();
}

function yearsFrom(since: string, today: string): number[] {
	const first = financialYearOf(since);
	return Array.from({ length: financialYearOf(today) - first + 1 }, (_, at) => first + at);
}
