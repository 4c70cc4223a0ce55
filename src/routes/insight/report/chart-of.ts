import type { Chart, ChartKind } from '#lib/figures/chart.ts';
import type { ReportTable } from '#lib/figures/report-table.ts';
import type { ReportWords } from '#lib/figures/report-words.ts';

/** Which tables have a picture, and of which of their columns. Bars lie in the rows of a table of these alone. */
const PICTURES: Readonly<
	Partial<
		Record<ReportTable['id'], { readonly kind: ChartKind; readonly columns: readonly number[] }>
	>
> = {
	reviews: { kind: 'columns', columns: [0, 1] },
	survey: { kind: 'columns', columns: [0, 1] },
	codes: { kind: 'bars', columns: [0, 1] },
	statements_form: { kind: 'bars', columns: [0, 1] },
	statements_language: { kind: 'bars', columns: [0, 1] },
	statements_status: { kind: 'bars', columns: [0, 1] },
	requests: { kind: 'bars', columns: [0, 1] }
};

/** The picture of a table, without what adds up its rows; null where a table says more by itself. */
export function chartOf(table: ReportTable, words: ReportWords): Chart | null {
	const picture = PICTURES[table.id];
	const rows = table.rows.filter(({ kind }) => kind === 'month' || kind === 'part');
	if (!picture || rows.length < 2) return null;
	const columns = picture.columns.flatMap((at) => {
		const column = table.columns[at];
		return column ? [{ at, column }] : [];
	});
	return {
		kind: picture.kind,
		title: words.caption(table),
		rowsLabel: words.rowsLabel(table),
		unit: columns[0]?.column.unit ?? 'count',
		beside: table.id !== 'survey',
		series: columns.map(({ column }) => ({
			id: `${column.id}${column.before ? '_before' : ''}`,
			label: words.column(column),
			...(column.before ? { compared: true } : {})
		})),
		rows: rows.map((row) => ({
			id: row.id,
			label: words.row(table, row),
			values: columns.map(({ at }) => {
				const cell = row.values[at];
				return typeof cell === 'number' ? cell : null;
			})
		}))
	};
}
