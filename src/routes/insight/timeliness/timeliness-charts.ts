import type { Chart } from '#lib/figures/chart.ts';
import type { DueInTime } from '#lib/figures/annual-report.ts';
import type {
	HeldRow,
	ListFilters,
	ReviewRow,
	ReviewsView,
	WithYearBefore
} from '#lib/figures/meeting-figures.ts';
import { meetingsHref } from '#lib/figures/meetings-href.ts';
import { monthName } from '#lib/language/dates.ts';
import type { Translator } from '#lib/language/translator.ts';
import type { MeetingKind } from '#lib/meetings/kinds.ts';

/** Meetings held, by month: by the day they were due, after it, and without such a day. */
export function heldChart(
	view: WithYearBefore<HeldRow>,
	kind: MeetingKind,
	{ t, language }: Translator
): Chart {
	const parts = [
		['yes', (row: HeldRow) => row.inTime],
		['no', (row: HeldRow) => row.held - row.inTime - row.withoutDueDate],
		['unknown', (row: HeldRow) => row.withoutDueDate]
	] as const;
	const shown = parts.filter(([name, of]) => name !== 'unknown' || of(view.total) > 0);
	return {
		kind: 'columns',
		title: t(`held:timeliness.held_${kind}`),
		rowsLabel: t('held:month'),
		unit: 'count',
		series: shown.map(([name]) => ({ id: name, label: t(`held:in_time.${name}`) })),
		rows: view.months.map((row) => ({
			id: row.month,
			label: monthName(row.month, language),
			values: shown.map(([, of]) => of(row)),
			hrefs: shown.map(([name]) =>
				meetingsHref(view.period, { kind, month: row.month, in_time: name })
			)
		}))
	};
}

/** Decisions, or records, that were due after reviews held in a month: sent in time, and not. */
export function dueChart(
	view: ReviewsView,
	what: 'decisions' | 'records',
	{ t, language }: Translator
): Chart {
	const states = ['in_time', 'late'] as const;
	return {
		kind: 'columns',
		title: t(`held:timeliness.${what}`),
		rowsLabel: t('held:timeliness.month_held'),
		unit: 'count',
		series: states.map((state) => ({ id: state, label: t(`held:sent.${state}`) })),
		rows: view.months.map((row) => {
			const { due, inTime } = row[what];
			return {
				id: row.month,
				label: monthName(row.month, language),
				values: [inTime, due - inTime],
				hrefs: states.map((state) => {
					const filters: ListFilters = { kind: 'looked_after_review', month: row.month };
					return meetingsHref(view.period, { ...filters, [what]: state });
				})
			};
		})
	};
}

type Shared = Pick<DueInTime, 'inTimePercent'>;

/** The share in time by month, with the same months of the year before. */
export function shareChart<Row>(
	view: WithYearBefore<Row>,
	shareOf: (row: Row) => Shared,
	title: string,
	{ t, language }: Translator
): Chart {
	return {
		kind: 'lines',
		title,
		rowsLabel: t('held:month'),
		unit: 'percent',
		nulls: 'none',
		series: [
			{ id: 'now', label: t('held:this_time') },
			{ id: 'before', label: t('held:year_before'), compared: true }
		],
		rows: view.months.map((row, at) => {
			const before = view.before.months[at];
			return {
				id: row.month,
				label: monthName(row.month, language),
				values: [shareOf(row).inTimePercent, before ? shareOf(before).inTimePercent : null]
			};
		})
	};
}

export const reviewsInTime = (row: ReviewRow): Shared => row;
export const decisionsInTime = (row: ReviewRow): Shared => row.decisions;
export const recordsInTime = (row: ReviewRow): Shared => row.records;
