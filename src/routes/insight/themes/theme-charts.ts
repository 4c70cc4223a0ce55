import type { Chart, ChartRow } from '#lib/figures/chart.ts';
import { inReadingOrder } from '#lib/figures/group-order.ts';
import type { ToldTable } from '#lib/figures/hiding.ts';
import { NOT_KNOWN } from '#lib/figures/meeting-figures.ts';
import { themeName } from '#lib/figures/theme-name.ts';
import { monthName } from '#lib/language/dates.ts';
import { languageName } from '#lib/language/names.ts';
import type { Translator } from '#lib/language/translator.ts';
import type { ThemeOfYear, ThemesOfYear, ThemeYear } from '#lib/server/themes/figures.ts';
import { heardWord } from '../heard-words.ts';

/** Who says that a statement raises a theme. */
export const SOURCES = ['officer', 'answers'] as const;

type GroupId = ThemeOfYear['groups'][number]['id'];

/** Such as “2025 to 2026”. */
export function yearName({ t }: Translator, { start, ended }: Pick<ThemeYear, 'start' | 'ended'>) {
	return ended
		? t('themes:figures.year', { from: String(start), to: String(start + 1) })
		: t('themes:figures.year_running');
}

/** Hidden ones stay in the order of the list, which tells nothing of them. */
export const mostRaisedFirst = (themes: ThemesOfYear['themes']): ThemesOfYear['themes'] =>
	themes.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0));

/** The themes of a year that is over. */
export function yearChart(translator: Translator, { year, themes }: ThemesOfYear): Chart {
	const { t } = translator;
	const rows = mostRaisedFirst(themes).map(({ theme, total }) =>
		themeRow(translator, year.start, theme, [total])
	);
	return {
		kind: 'bars',
		title: t('themes:figures.by_theme', { period: yearName(translator, year) }),
		rowsLabel: t('themes:figures.column.theme'),
		series: [{ id: 'statements', label: t('themes:figures.column.statements') }],
		rows,
		unit: 'count'
	};
}

/** The themes of the last month that is over, and of the month before it. */
export function monthChart(translator: Translator, { year, themes }: ThemesOfYear): Chart {
	const { t, language } = translator;
	const at = year.months.length - 1;
	const shown = [at - 1, at].filter((one) => one >= 0);
	const month = monthName(year.months[at] ?? '', language);
	return {
		kind: 'bars',
		title: t('themes:figures.by_theme', { period: month }),
		rowsLabel: t('themes:figures.column.theme'),
		series: shown.toReversed().map((one) => ({
			id: year.months[one] ?? '',
			label: monthName(year.months[one] ?? '', language),
			compared: one !== at
		})),
		rows: themes
			.toSorted((a, b) => (b.months[at]?.count ?? 0) - (a.months[at]?.count ?? 0))
			.map(({ theme, months }) =>
				themeRow(
					translator,
					year.start,
					theme,
					shown.toReversed().map((one) => months[one]?.count ?? null)
				)
			),
		unit: 'count',
		beside: true
	};
}

function themeRow(
	translator: Translator,
	start: number,
	theme: ThemeOfYear['theme'],
	values: readonly (number | null)[]
): ChartRow {
	const href = `/insight/themes/${theme.id}?year=${start}`;
	return {
		id: theme.id,
		label: themeName(translator, theme),
		values,
		hrefs: values.map(() => href)
	};
}

/** One theme by month. */
export function monthsChart(translator: Translator, { told }: ThemeOfYear): Chart {
	const { t, language } = translator;
	return {
		kind: 'columns',
		title: t('themes:figures.one.by_month'),
		rowsLabel: t('themes:figures.column.month'),
		series: [{ id: 'statements', label: t('themes:figures.column.statements') }],
		rows: told.months.map(({ id, count }) => ({
			id,
			label: monthName(id, language),
			values: [count]
		})),
		unit: 'count'
	};
}

/** One theme by who said so. */
export function sourceChart(translator: Translator, { told }: ThemeOfYear): Chart {
	const { t } = translator;
	return tableChart(
		t('themes:figures.one.source'),
		t('themes:figures.one.source'),
		t('themes:figures.column.statements'),
		told.sources,
		(id) => t(`themes:figures.column.${id}`)
	);
}

/** One theme by a group. */
export function groupChart(translator: Translator, table: ThemeOfYear['groups'][number]): Chart {
	const { t } = translator;
	const cells = inReadingOrder(
		table.id,
		table.cells.map((cell) => ({ ...cell, value: cell.id }))
	);
	return tableChart(
		t(`themes:figures.group.${table.id}`),
		t('themes:figures.column.group'),
		t('themes:figures.column.statements'),
		{ ...table, cells },
		(value) => valueName(translator, table.id, value)
	);
}

/** What was decided about one theme: by outcome, or what became of promises. */
export function decidedChart({ t }: Translator, table: ToldTable): Chart {
	const outcomes = table.id === 'outcomes';
	const title = t(outcomes ? 'themes:figures.one.outcomes' : 'themes:figures.one.promises');
	return tableChart(title, title, t('themes:figures.column.decisions'), table, (id) =>
		t(outcomes ? `themes:figures.outcome.${id}` : `themes:figures.promise.${id}`)
	);
}

function tableChart(
	title: string,
	rowsLabel: string,
	series: string,
	table: ToldTable,
	label: (id: string) => string
): Chart {
	return {
		kind: 'bars',
		title,
		rowsLabel,
		series: [{ id: 'count', label: series }],
		rows: table.cells.map(({ id, count }) => ({ id, label: label(id), values: [count] })),
		unit: 'count'
	};
}

/** What a value of a group is called; what the case system calls it stays as it is. */
function valueName(translator: Translator, group: GroupId, value: string): string {
	const { t, language } = translator;
	if (value === NOT_KNOWN) return t('themes:figures.value.unknown');
	if (group === 'language') return languageName(value, language);
	if (group === 'age') return t(`themes:figures.age.${value}`);
	if (group === 'status') return t(`themes:figures.status.${value}`);
	if (group === 'sex') return heardWord(translator, group, value);
	if ((group === 'disabled' || group === 'unaccompanied') && (value === 'yes' || value === 'no'))
		return t(`themes:figures.value.${value}`);
	return value;
}
