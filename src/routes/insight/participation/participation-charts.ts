import type { Chart, ChartRow } from '#lib/figures/chart.ts';
import { inReadingOrder } from '#lib/figures/group-order.ts';
import {
	GROUPS,
	NOT_KNOWN,
	type Group,
	type ListFilters,
	type ParticipationGroup,
	type ParticipationRow,
	type ParticipationView,
	type TookPart
} from '#lib/figures/meeting-figures.ts';
import { meetingsHref } from '#lib/figures/meetings-href.ts';
import { percent } from '#lib/figures/percent.ts';
import { monthName } from '#lib/language/dates.ts';
import type { Translator } from '#lib/language/translator.ts';
import { PARTICIPATION_CODES } from '#lib/meetings/participation.ts';
import { valueWordsOf } from '../group-words.ts';

/** What reviews of children of four and older fall into: together they are all of them. */
const PARTS: readonly (readonly [TookPart, (row: ParticipationRow) => number])[] = [
	['yes', (row) => row.participated],
	['no', (row) => row.notParticipated],
	['not_recorded', (row) => row.notRecorded],
	['wrong_code', (row) => row.wrongCode]
];

/** A wrong code is a mistake to mend: where there is none, nothing is said of it. */
const partsIn = ({ total }: ParticipationView) =>
	PARTS.filter(([took, of]) => took !== 'wrong_code' || of(total) > 0);

/** By month: took part, did not, not recorded. */
export function monthsChart(view: ParticipationView, { t, language }: Translator): Chart {
	const parts = partsIn(view);
	return {
		kind: 'columns',
		title: t('held:participation.by_month'),
		rowsLabel: t('held:month'),
		unit: 'count',
		series: parts.map(([took]) => ({ id: took, label: t(`held:took_part.${took}`) })),
		rows: view.months.map((row) => ({
			id: row.month,
			label: monthName(row.month, language),
			values: parts.map(([, of]) => of(row)),
			hrefs: parts.map(([participated]) =>
				meetingsHref(view.period, { kind: view.kind, month: row.month, participated })
			)
		}))
	};
}

/** The shares by month, with the same months of the year before. */
export function sharesChart(view: ParticipationView, { t, language }: Translator): Chart {
	return {
		kind: 'lines',
		title: t('held:participation.shares'),
		rowsLabel: t('held:month'),
		unit: 'percent',
		nulls: 'none',
		series: [
			{ id: 'participated', label: t('held:took_part.yes') },
			{ id: 'attended', label: t('held:participation.attended') },
			{ id: 'before', label: t('held:participation.before'), compared: true }
		],
		rows: view.months.map((row, at): ChartRow => {
			const before = view.before.months[at];
			const here = { kind: view.kind, month: row.month };
			return {
				id: row.month,
				label: monthName(row.month, language),
				values: [row.participatedPercent, row.attendedPercent, before?.participatedPercent ?? null],
				hrefs: [
					meetingsHref(view.period, { ...here, participated: 'yes' }),
					meetingsHref(view.period, { ...here, attended: 'yes' }),
					before
						? meetingsHref(view.before.period, {
								...{ kind: view.kind, month: before.month, participated: 'yes' }
							})
						: null
				]
			};
		})
	};
}

/** How often each code stands, and none: of every child, the youngest too. */
export function codesChart(view: ParticipationView, { t }: Translator): Chart {
	const spans = [view, view.before];
	const without = ({ entries, codes }: ParticipationRow): number =>
		Object.values(codes).reduce((left, count) => left - count, entries);
	return {
		kind: 'bars',
		title: t('held:participation.by_code'),
		rowsLabel: t('held:participation.code'),
		unit: 'count',
		beside: true,
		series: [
			{ id: 'now', label: t('held:this_time') },
			{ id: 'before', label: t('held:year_before'), compared: true }
		],
		rows: [...PARTICIPATION_CODES, 'none' as const].map((code) => ({
			id: code,
			label: t(`held:code.${code}`),
			values: spans.map(({ total }) => (code === 'none' ? without(total) : total.codes[code])),
			hrefs: spans.map(({ period }) => meetingsHref(period, { kind: view.kind, code }))
		}))
	};
}

/** Whether they took part, by what young people are told apart by: shares, so that small groups are seen. */
export function groupCharts(view: ParticipationView, translator: Translator): Chart[] {
	const { t } = translator;
	const parts = partsIn(view);
	return GROUPS.filter((group) => view.groups[group].length > 0).map((group) => ({
		kind: 'bars',
		title: t(`held:participation.by.${group}`),
		rowsLabel: t(`held:group.${group}`),
		unit: 'percent',
		nulls: 'none',
		series: parts.map(([took]) => ({ id: took, label: t(`held:took_part.${took}`) })),
		rows: inReadingOrder(group, view.groups[group])
			.filter((one) => one.reviewsOfChildrenAged4AndOver > 0)
			.map((one) => ({
				id: one.value,
				label: t('held:participation.of_so_many', {
					name: nameOf(translator, group, one),
					count: one.reviewsOfChildrenAged4AndOver
				}),
				values: parts.map(([, of]) => percent(of(one), one.reviewsOfChildrenAged4AndOver)),
				hrefs: parts.map(([participated]) => {
					const filters: ListFilters = { kind: view.kind, participated, [group]: one.value };
					return meetingsHref(view.period, filters);
				})
			}))
	}));
}

const nameOf = (translator: Translator, group: Group, one: ParticipationGroup): string =>
	group === 'officer' && one.value !== NOT_KNOWN
		? one.name
		: valueWordsOf(translator, group, one.value);
