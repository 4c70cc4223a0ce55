import { scaleLinear } from 'd3-scale';
import type { Chart, ChartRow } from './chart.ts';

export type Direction = 'ltr' | 'rtl';

/** From nought to a round number, with few round marks between. */
export interface Axis {
	readonly max: number;
	readonly ticks: readonly number[];
}

const sum = (row: ChartRow): number => row.values.reduce<number>((all, one) => all + (one ?? 0), 0);
const largest = (row: ChartRow): number => Math.max(0, ...row.values.map((value) => value ?? 0));

/** Shares that come to more than a whole are no parts of one, whatever the chart says. */
export function isStacked({ kind, unit, beside, rows }: Chart): boolean {
	if (kind === 'lines' || beside === true) return false;
	return unit !== 'percent' || rows.every((row) => sum(row) <= 100.5);
}

/** What the longest bar is measured by. Shares always by the whole, or a small one would look large. */
export function axisOf(chart: Chart): Axis {
	if (chart.unit === 'percent') return { max: 100, ticks: [0, 25, 50, 75, 100] };
	const reach = isStacked(chart) ? sum : largest;
	const most = Math.max(1, chart.between?.to ?? 0, ...chart.rows.map(reach));
	const scale = scaleLinear().domain([0, most]).nice(4);
	const ticks = scale.ticks(4).filter((tick) => chart.unit !== 'count' || Number.isInteger(tick));
	return { max: scale.domain()[1] ?? most, ticks };
}

export const isHidden = (chart: Chart, value: number | null | undefined): boolean =>
	(value ?? null) === null && chart.nulls !== 'none';

export const hidesSomething = (chart: Chart): boolean =>
	chart.rows.some(({ values }) => chart.series.some((_, at) => isHidden(chart, values[at])));

/** Whether there is anything to draw: noughts and hidden numbers alone are said in words instead. */
export const showsSomething = (chart: Chart): boolean =>
	chart.kind === 'lines'
		? chart.rows.some(({ values }) => values.some((value) => (value ?? null) !== null))
		: chart.rows.some((row) => sum(row) > 0);

/** Where something that begins at `start` is, counted from the left, in a drawing that is 100 wide. */
export const fromLeft = (start: number, size: number, direction: Direction): number =>
	direction === 'ltr' ? start : 100 - start - size;
