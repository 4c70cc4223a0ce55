import { quartersOf, type Period } from './periods.ts';
import type { Cell } from './report-cells.ts';
import type { ReportRow } from './report-table.ts';

/** The months of a period, after each three the quarter; a period within one quarter has none. */
export function withQuarters(
	period: Period,
	values: (months: readonly string[]) => readonly Cell[]
): ReportRow[] {
	const quarters = quartersOf(period);
	return quarters.flatMap(({ id, months }): ReportRow[] => [
		...months.map((month) => ({ id: month, kind: 'month' as const, values: values([month]) })),
		...(quarters.length > 1 ? [{ id, kind: 'quarter' as const, values: values(months) }] : [])
	]);
}

export const totalRow = (values: readonly Cell[]): ReportRow => ({
	id: 'total',
	kind: 'total',
	values
});
