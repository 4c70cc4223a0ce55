import type { Chart } from '#lib/figures/chart.ts';
import type { StatementFilters } from '#lib/figures/statement-figures.ts';
import { statementsHref } from '#lib/figures/statements-href.ts';
import type { UseDimension, UseView } from '#lib/figures/use.ts';
import { londonMidnight, shortDate } from '#lib/language/dates.ts';
import type { Translator } from '#lib/language/translator.ts';
import { addDays } from '#lib/meetings/working-days.ts';
import { heardWord } from '../heard-words.ts';

/** As many as can be told apart in a picture. */
const MOST_SERIES = 6;

/** What a group’s value is called, and how the list of statements is narrowed to it. */
export const useWord = (translator: Translator, dimension: UseDimension, value: string): string =>
	heardWord(translator, dimension, value);

export const useFilter = (dimension: UseDimension, value: string): StatementFilters => ({
	[dimension === 'language' ? 'speaks' : dimension]: value
});

/** Statements week by week; of many groups those with most, and the others together. */
export function weeksChart({ weeks, groups, dimension }: UseView, translator: Translator): Chart {
	const { t, language } = translator;
	const shown = groups.slice(0, groups.length > MOST_SERIES ? MOST_SERIES - 1 : MOST_SERIES);
	const others = groups.slice(shown.length);
	return {
		kind: 'columns',
		title: t(`heard:use.by.${dimension}`),
		rowsLabel: t('heard:use.week'),
		unit: 'count',
		series: [
			...shown.map(({ value }) => ({ id: value, label: useWord(translator, dimension, value) })),
			...(others.length > 0 ? [{ id: 'others', label: t('heard:use.others') }] : [])
		],
		rows: weeks.map((monday, at) => {
			const week = { from: monday, to: addDays(monday, 6) };
			const sum = others.reduce((all, group) => all + (group.weeks[at] ?? 0), 0);
			return {
				id: monday,
				label: shortDate(londonMidnight(monday), language),
				short: dayAndMonth(monday, language.tag),
				values: [
					...shown.map((group) => group.weeks[at] ?? 0),
					...(others.length > 0 ? [sum] : [])
				],
				hrefs: [
					...shown.map(({ value }) => statementsHref(week, useFilter(dimension, value))),
					...(others.length > 0 ? [null] : [])
				]
			};
		})
	};
}

function dayAndMonth(date: string, tag: string): string {
	return new Intl.DateTimeFormat(`${tag === 'en' ? 'en-GB' : tag}-u-ca-gregory-nu-latn`, {
		day: 'numeric',
		month: 'short',
		timeZone: 'UTC'
	}).format(Date.parse(`${date}T00:00Z`));
}
