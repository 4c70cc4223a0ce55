import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { describe, expect, test } from 'vitest';
import type { Chart } from '#lib/figures/chart.ts';
import { languageOf } from '#lib/language/languages.ts';
import { createTranslators } from '#lib/language/translator.ts';
import { setTranslators } from '#lib/language/translators.ts';
import { readLocaleFiles } from '#lib/server/language/locale-files.ts';
import InLayout from '../../../../tests/support/InLayout.svelte';
import ChartFigure from './ChartFigure.svelte';
import { valueWords } from './chart-words.ts';

setTranslators(createTranslators(readLocaleFiles()));

const CHART: Chart = {
	kind: 'columns',
	title: 'Reviews by month',
	rowsLabel: 'Month',
	unit: 'count',
	series: [
		{ id: 'yes', label: 'Took part' },
		{ id: 'no', label: 'Did not' }
	],
	rows: [
		{ id: '2026-04', label: 'April 2026', values: [31, 17], hrefs: ['/list?month=2026-04', null] },
		{ id: '2026-05', label: 'May 2026', values: [1875, null] },
		{ id: '2026-06', label: 'June 2026', values: [0, 9] }
	]
};

function drawn(chart: Chart, language = 'en'): string {
	return render(InLayout, {
		props: {
			page: InsideChart(chart),
			data: { language, now: 0, path: '/', signedIn: 'staff', phone: null, together: false }
		}
	}).body;
}

/** A page that is this chart and nothing else. */
function InsideChart(chart: Chart): Component<Record<string, unknown>> {
	return ((payload: never, props: Record<string, unknown>) =>
		(ChartFigure as unknown as (payload: never, props: object) => void)(payload, {
			...props,
			chart
		})) as unknown as Component<Record<string, unknown>>;
}

const cells = (html: string): string[] =>
	[...html.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
		cell.replace(/<[^>]*>/g, '').trim()
	);
const parts = (html: string, look: string): number =>
	[...html.matchAll(/<rect class="part look-([\w]+)"/g)].filter(([, one]) => one === look).length;

describe('a chart', () => {
	test.each(['bars', 'columns', 'lines'] as const)('of %s has every value in its table', (kind) => {
		const html = drawn({ ...CHART, kind });

		expect(cells(html)).toEqual(['31', '17', '1,875', 'Hidden', '0', '9']);
		expect(html).toContain('<a href="/list?month=2026-04">31</a>');
		const [, named = '?'] = /<table[^>]*aria-labelledby="([^"]*)"/.exec(html) ?? [];
		expect(html).toMatch(new RegExp(`<figcaption[^>]*id="${named}"[^>]*>Reviews by month<`));
	});

	test('is drawn for the eye alone: every picture in it is kept from those who listen', () => {
		for (const kind of ['bars', 'columns', 'lines'] as const) {
			const html = drawn({ ...CHART, kind }).replace(
				/<(svg|ul|div)[^>]*aria-hidden="true"[\s\S]*?<\/\1>/g,
				''
			);
			expect(html.slice(html.indexOf('<figure'))).not.toMatch(/<(rect|path|line|text)\b/);
		}
	});

	test('draws a part for each number, and for a hidden one a place that is like no other', () => {
		// One more of each in the legend.
		const html = drawn(CHART);

		expect([parts(html, 'a'), parts(html, 'b'), parts(html, 'hidden')]).toEqual([3, 3, 2]);
	});

	test('says where a number is none rather than hidden', () => {
		expect(cells(drawn({ ...CHART, kind: 'lines', nulls: 'none' }))).toContain('None');
	});

	test.each([
		['no rows', []],
		['noughts alone', [{ id: 'x', label: 'X', values: [0, 0] }]]
	])('of %s says so, and draws nothing', (_, rows) => {
		const html = drawn({ ...CHART, rows });

		expect(html).toContain('There is nothing to count here.');
		expect(html).not.toContain('<rect');
	});

	test('of which every number is hidden or nought says so, and has its table alone', () => {
		const rows = [
			{ id: '2026-04', label: 'April 2026', values: [null, null] },
			{ id: '2026-05', label: 'May 2026', values: [0, null] }
		];
		for (const kind of ['bars', 'columns'] as const) {
			const html = drawn({ ...CHART, kind, rows });

			expect(html).toContain('The numbers are too small to draw: each is hidden, or 0.');
			expect(html).not.toContain('<rect');
			expect(cells(html)).toEqual(['Hidden', 'Hidden', '0', 'Hidden']);
		}
	});

	test('draws the line that bars begin at over them, so that none of it is missing', () => {
		for (const kind of ['bars', 'columns'] as const) {
			const html = drawn({ ...CHART, kind });
			const picture = html.slice(html.indexOf(kind === 'bars' ? 'row-bar' : 'class="plot"'));

			expect(picture.indexOf('class="base"')).toBeGreaterThan(picture.indexOf('class="part'));
		}
	});

	test('of a year of weeks has its table in a box that is scrolled, by keyboard too', () => {
		const weeks = [...Array(52).keys()].map((week) => ({
			id: `w${week}`,
			label: `Week ${week}`,
			values: [week, 1]
		}));
		const [box] = /<div[^>]*long-table[^>]*>/.exec(drawn({ ...CHART, rows: weeks })) ?? [];

		expect(box).toContain('tabindex="0"');
		expect(box).toContain('role="region"');
		expect(drawn({ ...CHART, rows: weeks.slice(0, 12) })).not.toContain('long-table');
	});

	test('is read in Arabic from right to left, with the same digits', () => {
		const html = drawn(CHART, 'ar');

		expect(cells(html)).toContain('31');
		const [first = 0, second = 0] = [...html.matchAll(/look-a" x="([\d.]+)%/g)].map(([, x]) =>
			Number(x)
		);
		expect(first).toBeGreaterThan(second);
	});
});

test('numbers are written as they are read', () => {
	const english = languageOf('en');

	expect(valueWords(1875, 'count', english)).toBe('1,875');
	expect(valueWords(90.8, 'percent', english)).toBe('90.8%');
	expect(valueWords(90, 'percent', english)).toBe('90.0%');
	expect(valueWords(75, 'percent', english, false)).toBe('75%');
	expect(valueWords(2.5, 'days', english)).toBe('2.5');
	for (let tenth = 0; tenth <= 1000; tenth++)
		expect(valueWords(tenth / 10, 'percent', english)).toBe(`${(tenth / 10).toFixed(1)}%`);
});
