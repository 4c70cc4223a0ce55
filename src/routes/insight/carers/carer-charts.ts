import { ANSWER_DAYS, type CarerReturn } from '#lib/figures/carer-figures.ts';
import type { Chart, ChartRow } from '#lib/figures/chart.ts';
import { monthName } from '#lib/language/dates.ts';
import type { Translator } from '#lib/language/translator.ts';
import type { CarerFiguresView } from '#lib/server/carers/figures.ts';

type Filters = Readonly<Record<string, string>>;

/** The list behind those who have not answered. */
export function unansweredHref({ period }: CarerFiguresView, filters: Filters = {}): string {
	const { from, to } = period;
	return `/insight/carers/unanswered?${new URLSearchParams({ from, to, ...filters })}`;
}

/** Of those asked: who answered and who did not, as parts of a whole. */
function returns(
	view: CarerFiguresView,
	{ t }: Translator,
	given: {
		readonly kind: 'bars' | 'columns';
		readonly title: string;
		readonly rowsLabel: string;
		readonly rows: readonly (CarerReturn & {
			readonly rowId: string;
			readonly label: string;
			readonly filters: Filters;
		})[];
	}
): Chart {
	return {
		kind: given.kind,
		title: given.title,
		rowsLabel: given.rowsLabel,
		unit: 'count',
		series: [
			{ id: 'with', label: t('carer_desk:figures.with') },
			{ id: 'without', label: t('carer_desk:figures.without') }
		],
		rows: given.rows.map(({ rowId, label, filters, asked, answered }): ChartRow => ({
			id: rowId,
			label,
			values: [answered, asked - answered],
			hrefs: [null, asked > answered ? unansweredHref(view, filters) : null]
		}))
	};
}

export function monthsChart(view: CarerFiguresView, translator: Translator): Chart {
	const { t, language } = translator;
	return returns(view, translator, {
		kind: 'columns',
		title: t('carer_desk:figures.by_month'),
		rowsLabel: t('carer_desk:figures.month'),
		rows: view.months.map((row) => ({
			...row,
			rowId: row.id,
			label: monthName(row.id, language),
			filters: { month: row.id }
		}))
	});
}

/** A month nobody was asked in has no share. */
export function shareChart(view: CarerFiguresView, { t, language }: Translator): Chart {
	return {
		kind: 'lines',
		title: t('carer_desk:figures.share_by_month'),
		rowsLabel: t('carer_desk:figures.month'),
		unit: 'percent',
		nulls: 'none',
		series: [{ id: 'share', label: t('carer_desk:figures.share') }],
		rows: view.months.map(({ id, answeredPercent }) => ({
			id,
			label: monthName(id, language),
			values: [answeredPercent]
		}))
	};
}

export function groupCharts(view: CarerFiguresView, translator: Translator): Chart[] {
	const { t } = translator;
	const bars = (key: string, rows: Parameters<typeof returns>[2]['rows']): Chart =>
		returns(view, translator, {
			kind: 'bars',
			title: t(`carer_desk:figures.by_${key}`),
			rowsLabel: t(`carer_desk:figures.${key}`),
			rows
		});
	return [
		bars(
			'role',
			view.roles.map((row) => ({
				...row,
				rowId: row.id,
				label: t(`carer_desk:role.${row.id}`),
				filters: { role: row.id }
			}))
		),
		bars(
			'team',
			view.teams.map((row) => ({
				...row,
				rowId: row.id ?? 'none',
				label: row.id ?? t('carer_desk:figures.no_team'),
				filters: { team: row.id ?? 'none' }
			}))
		),
		bars(
			'officer',
			view.officers.map((row) => ({
				...row,
				rowId: row.id ?? 'none',
				label: row.name ?? t('carer_desk:figures.no_officer'),
				filters: { officer: row.id ?? 'none' }
			}))
		)
	];
}

export function daysChart(view: CarerFiguresView, { t }: Translator): Chart {
	return {
		kind: 'bars',
		title: t('carer_desk:figures.days'),
		rowsLabel: t('carer_desk:figures.days_label'),
		unit: 'count',
		series: [{ id: 'answers', label: t('carer_desk:figures.answers') }],
		rows: ANSWER_DAYS.map(({ id }) => ({
			id,
			label: t(`carer_desk:figures.day.${id}`),
			values: [view.days[id]]
		}))
	};
}
