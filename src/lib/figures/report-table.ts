import type { Cell } from './report-cells.ts';

export interface ReportColumn {
	readonly id: ColumnId;
	readonly unit: 'count' | 'percent';
	/** Of the same period a year before. */
	readonly before?: true;
}
type ColumnId =
	| 'held'
	| 'due'
	| 'in_time'
	| 'share'
	| 'count'
	| 'initial'
	| 'review'
	| 'share_of_four'
	| 'share_of_answers';

export interface ReportRow {
	/** A month `YYYY-MM`, a quarter `YYYY-Qn`, or a code of what the table is about. */
	readonly id: string;
	readonly kind: 'month' | 'quarter' | 'total' | 'part' | 'sum';
	readonly values: readonly Cell[];
	/** Where it is another than its column's. */
	readonly unit?: 'percent';
}

export const REPORT_TABLES = [
	'reviews',
	'after_reviews',
	'conferences',
	'codes',
	'participation',
	'survey',
	'survey_answers',
	'statements_form',
	'statements_language',
	'statements_status',
	'voice',
	'requests'
] as const;
export type ReportTableId = (typeof REPORT_TABLES)[number];

/** One table of the annual report, without words: pages, paper and files each name its rows and columns. */
export interface ReportTable {
	readonly id: ReportTableId;
	readonly columns: readonly ReportColumn[];
	readonly rows: readonly ReportRow[];
}

export type ReportRows = Pick<ReportTable, 'columns' | 'rows'>;

export const SHARE: ReportColumn = { id: 'share', unit: 'percent' };
export const COUNT: ReportColumn = { id: 'count', unit: 'count' };
export const lastYear = (column: ReportColumn): ReportColumn => ({ ...column, before: true });
