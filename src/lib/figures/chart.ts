/** What a chart and the table beside it are drawn from. Numbers that may not be told are null, and said to be hidden. */
export interface ChartRow {
	readonly id: string;
	readonly label: string;
	readonly values: readonly (number | null)[];
	/** The list behind each value, for those who may see it. */
	readonly hrefs?: readonly (string | null)[];
	/** For under a column, where the label is too long. A row whose id is a month, `YYYY-MM`, needs none. */
	readonly short?: string;
}

export interface ChartSeries {
	readonly id: string;
	readonly label: string;
	/** What the others are compared with, such as the year before: drawn paler, and broken where it is a line. */
	readonly compared?: boolean;
}

/**
 * - `bars`: one row a bar, lying, the longest across the width: for groups and codes; with several series stacked
 * - `columns`: one row a column, standing, in order: for months; with several series stacked
 * - `lines`: one line a series over the rows: for shares by month; a null makes a gap
 */
export type ChartKind = 'bars' | 'columns' | 'lines';

export interface Chart {
	readonly kind: ChartKind;
	/** What it shows, as a whole sentence or title; also the name of the table. */
	readonly title: string;
	/** The heading of the column of labels in the table. */
	readonly rowsLabel: string;
	readonly series: readonly ChartSeries[];
	readonly rows: readonly ChartRow[];
	readonly unit: 'count' | 'percent' | 'days';
	/** What a null says: a number that may not be told, or (`none`) that there is none, as with a share of nothing. */
	readonly nulls?: 'hidden' | 'none';
	/** Series next to each other, where they are no parts of a whole; bars and columns are stacked otherwise. */
	readonly beside?: boolean;
	/** Where the values should lie, such as what the handbook says of a caseload; drawn in bars. */
	readonly between?: { readonly from: number; readonly to: number; readonly label: string };
}
