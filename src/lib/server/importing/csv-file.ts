import { parse } from 'csv-parse/sync';
import type { Fault, FaultCode, Findings } from './faults.ts';

/** Bounds the memory an import may take. */
export const MOST_ROWS = 250_000;

/** A line of a file: its cells, and where each of them begins. */
export interface CsvRow {
	readonly cells: readonly string[];
	lineOf(column: number): number;
}

export interface CsvFile {
	readonly name: string;
	/** Where each column stands, counted from 0. Columns nobody knows are not in it. */
	readonly columns: ReadonlyMap<string, number>;
	readonly rows: readonly CsvRow[];
}

/** What a kind of file has in its first line. */
export interface Header {
	readonly file: string;
	readonly columns: readonly string[];
	/** Without these there is nothing to import. The others may be left out: what is known already then stays. */
	readonly required: readonly string[];
	/** Columns that are known and left out all the same: what they hold is kept apart. */
	readonly apart?: readonly string[];
}

/** Reads a CSV file. What is wrong with it goes to `findings`. @returns null when it cannot be read at all */
export function readCsvFile(bytes: Buffer, header: Header, findings: Findings): CsvFile | null {
	const fault = (line: number, column: number, code: FaultCode, detail: Fault['detail'] = {}) => {
		findings.faults.push({ file: header.file, line, column, code, detail });
	};

	const text = decode(bytes, fault);
	if (text === null) return null;
	const rows = parseRows(text, fault);
	if (rows === null) return null;
	const [first, ...rest] = rows;
	if (!first) {
		fault(1, 1, 'empty_file', { columns: header.columns.join(',') });
		return null;
	}
	if (rest.length > MOST_ROWS) {
		fault(1, 1, 'too_many_rows', { most: MOST_ROWS.toLocaleString('en-GB') });
		return null;
	}
	const columns = readHeader(first, header, findings, fault);
	if (columns === null) return null;
	const width = first.cells.length;
	const whole = rest.filter((row) => {
		const found = row.cells.length;
		if (found === width) return true;
		const code = found > width ? 'cells_too_many' : 'cells_too_few';
		fault(row.lineOf(found - 1), Math.min(found, width), code, { found, wanted: width });
		return false;
	});
	return { name: header.file, columns, rows: whole };
}

type AddFault = (line: number, column: number, code: FaultCode, detail?: Fault['detail']) => void;

function decode(bytes: Buffer, fault: AddFault): string | null {
	try {
		// A mark at the very beginning is left out by the decoder itself.
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		// UTF-16 from a spreadsheet can be valid UTF-8 by chance: its letters come with a NUL beside each.
		if (!text.includes('\0')) return text.replace(/\r\n?/g, '\n');
		fault(1, 1, 'not_utf8');
	} catch {
		let line = 0;
		for (const part of linesOf(bytes)) {
			line += 1;
			const column = firstWrongCell(part);
			if (column !== null) fault(line, column, 'not_utf8');
		}
	}
	return null;
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
	for (let start = 0; start < bytes.length;) {
		const end = bytes.indexOf(0x0a, start);
		yield bytes.subarray(start, end < 0 ? bytes.length : end);
		start = end < 0 ? bytes.length : end + 1;
	}
}

/** @returns the number of the first cell of the line that is not UTF-8, or null */
function firstWrongCell(line: Buffer): number | null {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let column = 1;
	let quoted = false;
	let start = 0;
	for (let at = 0; at <= line.length; at += 1) {
		if (line[at] === 0x22) quoted = !quoted;
		const ends = at === line.length || (line[at] === 0x2c && !quoted);
		if (!ends) continue;
		try {
			decoder.decode(line.subarray(start, at));
		} catch {
			return column;
		}
		start = at + 1;
		column += 1;
	}
	return null;
}

interface Parsed {
	readonly record: readonly string[];
	readonly info: { readonly lines: number };
}

function parseRows(text: string, fault: AddFault): CsvRow[] | null {
	try {
		const parsed = parse(text, {
			info: true,
			record_delimiter: '\n',
			relax_column_count: true,
			skip_empty_lines: true,
			to: MOST_ROWS + 2
		}) as unknown as Parsed[];
		return parsed.map(({ record, info }) => rowOf(record, info.lines));
	} catch (problem) {
		if (!(problem instanceof Error) || !('code' in problem)) throw problem;
		const line = 'lines' in problem ? Number(problem.lines) : 1;
		const column = 'column' in problem ? Number(problem.column) : 0;
		if (problem.code === 'CSV_QUOTE_NOT_CLOSED') fault(line, 1, 'quote_open');
		else fault(line, Number.isNaN(column) ? 1 : column + 1, 'quote_misplaced');
		return null;
	}
}

const newlinesIn = (text: string): number => text.split('\n').length - 1;

/** The parser tells the line a record ends on; cells in quotation marks may run over several. */
function rowOf(cells: readonly string[], lastLine: number): CsvRow {
	return {
		cells,
		lineOf: (column) =>
			lastLine - cells.slice(column).reduce((sum, cell) => sum + newlinesIn(cell), 0)
	};
}

function warningFor(column: string, { apart = [] }: Header) {
	if (column === '') return 'column_unnamed';
	return apart.includes(column) ? 'column_apart' : 'column_unknown';
}

function readHeader(
	first: CsvRow,
	header: Header,
	findings: Findings,
	fault: AddFault
): ReadonlyMap<string, number> | null {
	const columns = new Map<string, number>();
	const line = first.lineOf(0);
	for (const [index, cell] of first.cells.entries()) {
		const column = cell.trim().toLowerCase();
		if (!header.columns.includes(column)) {
			findings.warnings.push({
				file: header.file,
				line,
				column: index + 1,
				code: warningFor(column, header),
				detail: { column: cell.trim().slice(0, 60) }
			});
		} else if (columns.has(column)) fault(line, index + 1, 'column_twice', { column });
		else columns.set(column, index);
	}
	const missing = header.required.filter((column) => !columns.has(column));
	for (const column of missing) fault(line, first.cells.length, 'column_missing', { column });
	return missing.length > 0 ? null : columns;
}
