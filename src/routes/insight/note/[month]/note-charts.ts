import type { Chart } from '#lib/figures/chart.ts';
import { praiseRows, toldApart } from '#lib/figures/theme-note.ts';
import { themeName } from '#lib/figures/theme-name.ts';
import { monthName } from '#lib/language/dates.ts';
import type { Translator } from '#lib/language/translator.ts';
import type { Note } from '#lib/server/themes/note.ts';

/** A month beside the one before it. */
const twoMonths = ({ t, language }: Translator, { month, before }: Note): Chart['series'] => [
	{ id: 'month', label: t('themes:note.this_month', { month: monthName(month, language) }) },
	{
		id: 'before',
		label: t('themes:note.month_before', { month: monthName(before, language) }),
		compared: true
	}
];

export function themesChart(translator: Translator, note: Note): Chart {
	const { t } = translator;
	return {
		kind: 'bars',
		title: t('themes:note.themes'),
		rowsLabel: t('themes:note.theme'),
		series: twoMonths(translator, note),
		rows: toldApart(note.themes).told.map(({ theme, count, before }) => ({
			id: theme.id,
			label: themeName(translator, theme),
			values: [count, before]
		})),
		unit: 'count',
		beside: true
	};
}

export function praiseChart(translator: Translator, note: Note): Chart {
	const { t } = translator;
	return {
		kind: 'bars',
		title: t('themes:note.praised_by'),
		rowsLabel: t('themes:note.overdue_what'),
		series: twoMonths(translator, note),
		rows: praiseRows(note).map(({ what, count, before }) => ({
			id: what,
			label: t(`themes:note.praise.${what}`),
			values: [count, before]
		})),
		unit: 'count',
		beside: true
	};
}

export function lateChart({ t }: Translator, { late }: Note): Chart {
	return overdue(
		t('themes:note.overdue_by'),
		[t('themes:note.overdue_what'), t('themes:note.overdue_count')],
		late.map(({ what, count }) => ({
			id: what,
			label: t(`themes:note.late.${what}`),
			values: [count]
		}))
	);
}

export function requestsChart({ t }: Translator, { requests }: Note): Chart {
	return overdue(
		t('themes:note.requests'),
		[t('themes:note.overdue_what'), t('themes:note.overdue_count')],
		requests
			.filter(({ count }) => count !== 0)
			.map(({ kind, count }) => ({
				id: kind,
				label: t(`desk:requests.kind.${kind}`),
				values: [count]
			}))
	);
}

function overdue(
	title: string,
	[rowsLabel, label]: readonly [string, string],
	rows: Chart['rows']
): Chart {
	return {
		kind: 'bars',
		title,
		rowsLabel,
		series: [{ id: 'overdue', label }],
		rows,
		unit: 'count'
	};
}
