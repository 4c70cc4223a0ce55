import { count } from 'drizzle-orm';
import type { AnnualReport } from '../../figures/annual-report.ts';
import { percent } from '../../figures/percent.ts';
import type { Period } from '../../figures/periods.ts';
import type { Queries } from '../db/database.ts';
import { sentIn } from '../figures/statements/counted.ts';
import { openedBefore } from '../figures/statements/times.ts';

/**
 * What young people sent to chairs and workers, with the same conditions as the pages about it. `openedBeforeMeeting` is
 * of those that came for a meeting that was held: the share that who it went to had opened before it began.
 */
export async function statementCounts(
	queries: Queries,
	period: Period
): Promise<AnnualReport['statements']> {
	const { statements } = queries.tables;
	const { formId, language, careStatus } = statements;
	const rows = await queries
		.select({ formId, language, careStatus, count: count() })
		.from(statements)
		.where(sentIn(queries, period))
		.groupBy(formId, language, careStatus);
	const { held, before } = await openedBefore(queries, sentIn(queries, period));
	return {
		sent: rows.reduce((sum, row) => sum + row.count, 0),
		byForm: counts(rows, (row) => row.formId),
		byLanguage: counts(rows, (row) => row.language),
		byStatus: counts(rows, (row) => row.careStatus),
		openedBeforeMeetingPercent: percent(before, held)
	};
}

/** How many of each, by name; who was in no care at all when they wrote stands under `none`. */
function counts<Row extends { readonly count: number }>(
	rows: readonly Row[],
	of: (row: Row) => string | null
): Record<string, number> {
	const totals = new Map<string, number>();
	for (const row of rows) {
		const value = of(row) ?? 'none';
		totals.set(value, (totals.get(value) ?? 0) + row.count);
	}
	return Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
}
