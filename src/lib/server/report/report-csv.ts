import type { ReportTable } from '../../figures/report-table.ts';

/**
 * One table of the annual report as CSV (RFC 4180), for a spreadsheet: months as `YYYY-MM`, shares as plain numbers,
 * `hidden` where a number may not be told, nothing where there is nothing to tell. No cell begins like a formula, as all
 * of them are our own codes and numbers.
 */
export function reportCsv({ columns, rows }: ReportTable): string {
	const head = columns.map(({ id, unit, before }) => {
		const name = unit === 'percent' ? `${id}_percent` : id;
		return before ? `${name}_year_before` : name;
	});
	const lines = [
		['row', 'what', ...head],
		...rows.map(({ kind, id, values }) => [kind, id, ...values.map((cell) => String(cell ?? ''))])
	];
	return `${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
