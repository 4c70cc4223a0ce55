import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { ChartSeries } from '#lib/figures/chart.ts';

/**
 * How a series looks: a colour of charts.css with a pattern of its own, so that two next to each other are told apart
 * without seeing colours, and in print.
 */
const LOOKS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
export type SeriesLook = (typeof LOOKS)[number] | 'compared' | 'hidden';
export const HIDDEN_FILL: SeriesLook = 'hidden';

const SIZE = 8;
const PATTERNS: Partial<Record<SeriesLook, string>> = {
	b: 'M-2 2L2 -2M0 8L8 0M6 10L10 6',
	d: 'M2 2h0M6 6h0',
	e: 'M0 0L8 8M0 8L8 0',
	f: 'M0 2H8M0 6H8',
	g: 'M2 2h0M6 6h0',
	h: 'M2 0V8M6 0V8',
	hidden: 'M-2 6L2 10M0 0L8 8M6 -2L10 2'
};

/** Those compared with are pale; the others have the looks in their order. */
export function looksOf(series: readonly ChartSeries[]): SeriesLook[] {
	let next = 0;
	return series.map(({ compared }) => {
		if (compared === true) return 'compared';
		const look = LOOKS[next % LOOKS.length] ?? 'a';
		next += 1;
		return look;
	});
}

export function patternOf(look: SeriesLook): { size: number; path: string } | null {
	const path = PATTERNS[look];
	return path === undefined ? null : { size: SIZE, path };
}

/** The name of a pattern within the page. */
export const seriesFill = (id: string, look: SeriesLook): string => `${id}-${look}`;

/** What to fill with: a pattern; `undefined` where the plain colour of the class is meant. */
export const fillOf = (id: string, look: SeriesLook): string | undefined =>
	patternOf(look) ? `url(#${seriesFill(id, look)})` : undefined;

const MARKS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

/** The mark on the points of a line, around nought. */
export const markOf = (series: number): string => symbol(MARKS[series % MARKS.length], 46)() ?? '';
