import type { Period } from '../../figures/periods.ts';
import { TABLES_OF } from '../../figures/report-parts.ts';
import type { ReportRow, ReportTable } from '../../figures/report-table.ts';
import type { ReportWords } from '../../figures/report-words.ts';
import { londonMidnight, shortDate } from '../../language/dates.ts';
import type { Translator } from '../../language/translator.ts';
import type { Block, Document, Table, Text } from '../documents/document.ts';
import type { ReportText } from './texts.ts';

/** What a report is printed from. */
export interface Printable {
	readonly period: Period;
	readonly council: string;
	readonly texts: readonly ReportText[];
	readonly tables: readonly ReportTable[];
}

/** The annual report on paper: each part's words, then its tables. */
export function reportDocument(
	{ period, council, texts, tables }: Printable,
	words: ReportWords,
	{ t, language }: Translator
): Document {
	const say = (text: string): Text => ({ text, language: language.tag });
	const day = (date: string) => shortDate(londonMidnight(date), language);
	const blocks = texts.flatMap(({ part, words: written }): Block[] => {
		const here = tables.filter(({ id, rows }) => TABLES_OF[part].includes(id) && rows.length > 0);
		if (written === '' && here.length === 0) return [];
		return [
			{ kind: 'heading', level: 1, text: say(t(`report:part.${part}.title`)) },
			...paragraphs(written).map((text): Block => ({ kind: 'line', text: say(text) })),
			...here.map((table) => printed(table, words, say))
		];
	});
	return {
		title: say(t('report:document.title', { council })),
		unprintable: say(t('documents:unprintable')),
		blocks: [
			{
				kind: 'line',
				soft: true,
				text: say(t('report:document.period', { from: day(period.from), to: day(period.to) }))
			},
			...blocks,
			{ kind: 'small', text: say(t('report:document.explained')) }
		]
	};
}

const paragraphs = (words: string): string[] =>
	words.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');

function printed(table: ReportTable, words: ReportWords, say: (text: string) => Text): Table {
	const counts = table.columns.findIndex(({ id }) => id === 'count');
	const numberOf = ({ values }: ReportRow): number => {
		const cell = values[Math.max(counts, 0)];
		return typeof cell === 'number' ? cell : 0;
	};
	// Sums of others would make theirs slivers.
	const longest = Math.max(0, ...table.rows.filter(isDrawn).map(numberOf));
	return {
		kind: 'table',
		caption: say(words.caption(table)),
		head: [
			say(words.rowsLabel(table)),
			...table.columns.map((column) => say(words.column(column)))
		],
		rows: table.rows.map((row) => ({
			label: say(words.row(table, row)),
			cells: row.values.map((cell, at) =>
				say(words.cell(cell, row.unit ?? table.columns[at]?.unit ?? 'count'))
			),
			...(longest > 0 && isDrawn(row) ? { bar: numberOf(row) / longest } : {}),
			...(row.kind === 'total' || row.kind === 'sum' ? { total: true as const } : {})
		}))
	};
}

const isDrawn = ({ kind, unit }: ReportRow): boolean =>
	unit === undefined && (kind === 'month' || kind === 'part');
