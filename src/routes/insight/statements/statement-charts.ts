import type { Chart } from '#lib/figures/chart.ts';
import { inReadingOrder } from '#lib/figures/group-order.ts';
import { percent } from '#lib/figures/percent.ts';
import {
	MEETING_STATES,
	STATEMENT_DIMENSIONS,
	TIME_BANDS,
	type StatementFigures
} from '#lib/figures/statement-figures.ts';
import { statementsHref } from '#lib/figures/statements-href.ts';
import { monthName } from '#lib/language/dates.ts';
import type { Translator } from '#lib/language/translator.ts';
import { heardWord } from '../heard-words.ts';

export function monthsChart(
	{ period, months }: StatementFigures,
	{ t, language }: Translator
): Chart {
	return {
		kind: 'columns',
		title: t('heard:statements.by_month'),
		rowsLabel: t('held:month'),
		unit: 'count',
		series: [{ id: 'sent', label: t('heard:statements.sent') }],
		rows: months.map(({ month, sent }) => ({
			id: month,
			label: monthName(month, language),
			values: [sent],
			hrefs: [statementsHref(period, { month })]
		}))
	};
}

/** By each thing that is known of them. */
export function groupCharts({ period, by }: StatementFigures, translator: Translator): Chart[] {
	const { t } = translator;
	return STATEMENT_DIMENSIONS.filter((dimension) => by[dimension].length > 0).map((dimension) => ({
		kind: 'bars',
		title: t(`heard:statements.by.${dimension}`),
		rowsLabel: t(`heard:group.${dimension}`),
		unit: 'count',
		series: [{ id: 'sent', label: t('heard:statements.sent') }],
		rows: inReadingOrder(dimension, by[dimension]).map(({ value, count }) => ({
			id: value,
			label: heardWord(translator, dimension, value),
			values: [count],
			hrefs: [statementsHref(period, { [dimension]: value })]
		}))
	}));
}

/** How long opening and replying took. */
export function timesChart({ period, times }: StatementFigures, { t }: Translator): Chart {
	return {
		kind: 'bars',
		title: t('heard:statements.times'),
		rowsLabel: t('heard:statements.working_days'),
		unit: 'count',
		beside: true,
		series: [
			{ id: 'opened', label: t('heard:statements.opened') },
			{ id: 'replied', label: t('heard:statements.replied') }
		],
		rows: TIME_BANDS.map((band) => ({
			id: band,
			label: t(`heard:band.${band}`),
			values: [times.opened.bands[band], times.replied.bands[band]],
			hrefs: [statementsHref(period, { opened: band }), statementsHref(period, { replied: band })]
		}))
	};
}

export function meetingChart({ period, times }: StatementFigures, { t }: Translator): Chart {
	return {
		kind: 'bars',
		title: t('heard:statements.before_meeting'),
		rowsLabel: t('heard:statements.opened'),
		unit: 'count',
		series: [{ id: 'sent', label: t('heard:statements.sent') }],
		rows: MEETING_STATES.map((state) => ({
			id: state,
			label: t(`heard:meeting.${state}`),
			values: [times.meeting[state]],
			hrefs: [statementsHref(period, { meeting: state })]
		}))
	};
}

/** Of the reviews held, for how many something came. */
export function reviewsChart(figures: StatementFigures, { t, language }: Translator): Chart {
	const { period, reviews } = figures;
	return {
		kind: 'lines',
		title: t('heard:statements.per_review'),
		rowsLabel: t('heard:statements.month_held'),
		unit: 'percent',
		nulls: 'none',
		series: [{ id: 'share', label: t('heard:statements.with_statement') }],
		rows: reviews.months.map(({ month, reviews: held, withStatement }) => ({
			id: month,
			label: monthName(month, language),
			values: [percent(withStatement, held)],
			hrefs: [statementsHref(period, { month, for: 'reviews' })]
		}))
	};
}
