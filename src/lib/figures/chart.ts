/** What a chart and the table beside it are drawn from. Numbers that may not be told are null, and said to be hidden. */
export interface ChartRow {
	readonly id: string;
	readonly label: string;
	readonly values: readonly (number | null)[];
	/** The list behind each value, for those who may see it. */
	readonly hrefs?: readonly (string | null)[];
}

export interface ChartSeries {
	readonly id: string;
	readonly label: string;
}

/**
 * - `bars`: one row a bar, lying, the longest across the width: for groups and codes; with several series stacked
 * - `columns`: one row a column, standing, in order: for months; with several series stacked
 * - `lines`: one line a series over the rows: for shares by month; a null makes a gap
 */
export type ChartKind = 'bars' | 'columns' | 'lines';

export interface Chart {
	readonly kind: ChartKind;
	/** What it shows, as a whole sentence or title; also the caption of the table. */
	readonly title: string;
	/** The heading of the column of labels in the table. */
	readonly rowsLabel: string;
	readonly series: readonly ChartSeries[];
	readonly rows: readonly ChartRow[];
	readonly unit: 'count' | 'percent' | 'days';
}
