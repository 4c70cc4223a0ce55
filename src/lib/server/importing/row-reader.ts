import { cleanText } from '../../forms/clean.ts';
import { londonDate, londonInstant, londonTime } from '../../language/dates.ts';
import type { CsvFile, CsvRow } from './csv-file.ts';
import type { Fault, FaultCode, Findings } from './faults.ts';

/** Of any cell. Long enough for every name there is, short enough to be a slip of columns otherwise. */
const LONGEST_CELL = 200;
const EARLIEST = '1900-01-01';

/** Reads the cells of one row. What is wrong is noted; a faulty cell then reads as empty, and nothing is written. */
export interface RowReader {
	/** Where the row begins. */
	readonly line: number;
	/** Undefined when the file has no such column; null when the cell is empty. */
	text(column: string): string | null | undefined;
	required(column: string): string;
	/** What somebody wrote, with its lines as they are. */
	words(column: string, most: number): string | null | undefined;
	/** Several values, separated by `;`. */
	several(column: string): readonly string[];
	date(column: string, options?: { readonly mayBeToCome?: boolean }): string | null | undefined;
	/** An instant, from London time. */
	time(column: string): number | null | undefined;
	oneOf<T extends string>(column: string, choices: readonly T[]): T | null | undefined;
	someOf<T extends string>(column: string, choices: readonly T[]): readonly T[];
	fault(column: string, code: FaultCode, detail?: Fault['detail']): void;
}

/** @param today London date */
export function readRow(file: CsvFile, row: CsvRow, today: string, findings: Findings): RowReader {
	const reader: RowReader = {
		line: row.lineOf(0),
		text(column) {
			const index = file.columns.get(column);
			if (index === undefined) return undefined;
			const text = (row.cells[index] ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
			if (text === '') return null;
			// The engines differ in what they make of these; no name or key has one.
			if (/\p{Cc}/u.test(text)) return faulty(column, 'control_character');
			if (text.length > LONGEST_CELL) return faulty(column, 'too_long', { most: LONGEST_CELL });
			return text;
		},
		required(column) {
			const before = findings.faults.length;
			const text = reader.text(column);
			if (!text && findings.faults.length === before) reader.fault(column, 'value_missing');
			return text ?? '';
		},
		words(column, most) {
			const index = file.columns.get(column);
			if (index === undefined) return undefined;
			const words = cleanText(row.cells[index] ?? '');
			return words.length > most ? faulty(column, 'too_long', { most }) : words || null;
		},
		several(column) {
			const index = file.columns.get(column);
			const cell = index === undefined ? '' : (row.cells[index] ?? '');
			const parts = cell
				.normalize('NFC')
				.split(';')
				.map((part) => part.trim())
				.filter((part) => part !== '');
			if (parts.length === 0) reader.fault(column, 'value_missing');
			if (parts.some((part) => part.length > LONGEST_CELL))
				reader.fault(column, 'too_long', { most: LONGEST_CELL });
			return parts;
		},
		date(column, options = {}) {
			const text = reader.text(column);
			if (!text) return text;
			if (!isDate(text)) return faulty(column, 'not_a_date');
			if (text < EARLIEST) return faulty(column, 'too_long_ago');
			if (!options.mayBeToCome && text > today) return faulty(column, 'to_come');
			return text;
		},
		time(column) {
			const text = reader.text(column);
			if (!text) return text === undefined ? undefined : null;
			const [, date = '', clock = ''] = /^(.{10})T([01]\d|2[0-3]):[0-5]\d$/.exec(text) ?? [];
			if (clock === '' || !isDate(date)) return faulty(column, 'not_a_time');
			const at = londonInstant(text);
			if (`${londonDate(at)}T${londonTime(at)}` !== text) return faulty(column, 'time_skipped');
			return at;
		},
		oneOf(column, choices) {
			const text = reader.text(column);
			if (!text) return text === undefined ? undefined : null;
			const chosen = choices.find((choice) => choice === text);
			return chosen ?? faulty(column, 'not_one_of', { choices: choices.join(', ') });
		},
		someOf(column, choices) {
			const parts = reader.several(column);
			const chosen = choices.filter((choice) => parts.includes(choice));
			if (parts.some((part) => !choices.some((choice) => choice === part)))
				reader.fault(column, 'not_some_of', { choices: choices.join(', ') });
			return chosen;
		},
		fault(column, code, detail = {}) {
			const index = file.columns.get(column) ?? 0;
			findings.faults.push({
				file: file.name,
				line: row.lineOf(index),
				column: index + 1,
				code,
				detail: { column, ...detail }
			});
		}
	};

	function faulty(column: string, code: FaultCode, detail?: Fault['detail']): null {
		reader.fault(column, code, detail);
		return null;
	}
	return reader;
}

/** A day that the calendar has. */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const at = Date.parse(`${text}T00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Notes every row whose key came before. @returns the rows by their key, the first of each */
export function onceEach<T extends { readonly reader: RowReader }>(
	rows: readonly T[],
	keyOf: (row: T) => string,
	repeated: (row: T, firstLine: number) => void
): Map<string, T> {
	const byKey = new Map<string, T>();
	for (const row of rows) {
		const key = keyOf(row);
		if (key === '') continue;
		const first = byKey.get(key);
		if (first) repeated(row, first.reader.line);
		else byKey.set(key, row);
	}
	return byKey;
}
