import type { Chart } from '#lib/figures/chart.ts';
import { inReadingOrder } from '#lib/figures/group-order.ts';
import {
	HEARD_GROUPS,
	HEARD_WORKERS,
	type HeardDimension,
	type HeardFigures,
	type HeardOf
} from '#lib/figures/not-heard.ts';
import { percent } from '#lib/figures/percent.ts';
import { heardHref } from '#lib/figures/statements-href.ts';
import type { Translator } from '#lib/language/translator.ts';
import { heardWord } from '../heard-words.ts';

/** From whom nothing came, as a share of those with a meeting, by group. @param of which meetings, for the lists behind */
export function groupCharts(
	figures: HeardFigures,
	of: Parameters<typeof heardHref>[0],
	translator: Translator
): Chart[] {
	return HEARD_GROUPS.filter((group) => figures.by[group].length > 0).map((group) =>
		chartOf(group, figures.by[group], of, translator)
	);
}

export function workerCharts(
	figures: HeardFigures,
	of: Parameters<typeof heardHref>[0],
	translator: Translator
): Chart[] {
	return HEARD_WORKERS.filter((worker) => figures.with[worker].shown.length > 0).map((worker) =>
		chartOf(worker, figures.with[worker].shown, of, translator)
	);
}

function chartOf(
	dimension: HeardDimension,
	values: readonly (HeardOf & { readonly name?: string | null })[],
	of: Parameters<typeof heardHref>[0],
	translator: Translator
): Chart {
	const { t } = translator;
	return {
		kind: 'bars',
		title: t(`heard:not_heard.by.${dimension}`),
		rowsLabel: t(`heard:group.${dimension}`),
		unit: 'percent',
		nulls: 'none',
		series: [{ id: 'silent', label: t('heard:not_heard.silent') }],
		rows: inReadingOrder(dimension, values).map(({ value, places, silent, name }) => ({
			id: value,
			label: t('heard:not_heard.some_of', {
				name: heardWord(translator, dimension, value, name ?? null),
				some: silent,
				all: places
			}),
			values: [percent(silent, places)],
			hrefs: [heardHref(of, { [dimension]: value })]
		}))
	};
}
