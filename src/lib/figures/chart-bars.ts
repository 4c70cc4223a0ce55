import { scaleLinear } from 'd3-scale';
import type { Chart, ChartRow } from './chart.ts';
import { axisOf, fromLeft, isHidden, isStacked, type Direction } from './chart-scale.ts';

/** A part of a bar; `x` and `width` in hundredths of the room there is, `x` from the left. */
export interface BarPart {
	/** The place of its series. */
	readonly series: number;
	readonly hidden: boolean;
	/** Which bar of the row, from above: stacked parts lie in one. */
	readonly lane: number;
	readonly x: number;
	readonly width: number;
}

export interface BarRow {
	readonly row: ChartRow;
	readonly parts: readonly BarPart[];
}

export interface BarTick {
	readonly value: number;
	readonly x: number;
}

export interface Bars {
	readonly lanes: number;
	readonly rows: readonly BarRow[];
	readonly ticks: readonly BarTick[];
	/** Where values should lie, if the chart says. */
	readonly between: { readonly x: number; readonly width: number } | null;
}

/** How long a bar is whose number may not be told: the same for each, so that it tells nothing. */
const HIDDEN = 12;

/** Lying bars, from where a line of writing begins. */
export function barsOf(chart: Chart, direction: Direction): Bars {
	const stacked = isStacked(chart);
	const axis = axisOf(chart);
	const hiddenIn = ({ values }: ChartRow): number =>
		chart.series.filter((_, at) => isHidden(chart, values[at])).length;
	const mostHidden = Math.max(0, ...chart.rows.map(hiddenIn));
	const kept = Math.min(60, HIDDEN * (stacked ? mostHidden : Math.min(1, mostHidden)));
	const hiddenSize = stacked && mostHidden > 0 ? kept / mostHidden : kept;
	const scale = scaleLinear()
		.domain([0, axis.max])
		.range([0, 100 - kept]);
	const placed = (start: number, size: number) => ({
		x: fromLeft(start, size, direction),
		width: size
	});

	return {
		lanes: stacked ? 1 : Math.max(1, chart.series.length),
		rows: chart.rows.map((row) => {
			const parts: BarPart[] = [];
			let end = 0;
			for (const series of chart.series.keys()) {
				const hidden = isHidden(chart, row.values[series]);
				const size = hidden ? hiddenSize : scale(row.values[series] ?? 0);
				if (size === 0) continue;
				const lane = stacked ? 0 : series;
				parts.push({ series, hidden, lane, ...placed(stacked ? end : 0, size) });
				end += size;
			}
			return { row, parts };
		}),
		ticks: axis.ticks.map((value) => ({ value, x: fromLeft(scale(value), 0, direction) })),
		between: chart.between
			? placed(
					scale(chart.between.from),
					Math.min(scale(chart.between.to), 100) - scale(chart.between.from)
				)
			: null
	};
}
