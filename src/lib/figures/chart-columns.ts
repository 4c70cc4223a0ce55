import { scaleBand, scaleLinear } from 'd3-scale';
import type { Chart, ChartRow } from './chart.ts';
import { axisOf, fromLeft, isHidden, isStacked, type Direction } from './chart-scale.ts';

/** The room a standing picture has: as wide as the page gives it (counted in hundredths), and this high in pixels. */
export interface Room {
	readonly top: number;
	readonly bottom: number;
}

export interface ColumnPart {
	readonly series: number;
	readonly hidden: boolean;
	/** In hundredths, from the left. */
	readonly x: number;
	readonly width: number;
	/** In pixels, from above. */
	readonly y: number;
	readonly height: number;
}

export interface Column {
	readonly row: ChartRow;
	/** Where its middle is, in hundredths from the left. */
	readonly middle: number;
	readonly parts: readonly ColumnPart[];
	/** What its parts come to; null where one of them is hidden, or where they are no parts of a whole. */
	readonly total: number | null;
	/** Where the highest of them ends. */
	readonly top: number;
}

export interface Standing {
	readonly ticks: readonly { readonly value: number; readonly y: number }[];
}

export interface Columns extends Standing {
	readonly columns: readonly Column[];
}

/** How high a column is whose number may not be told, in pixels. */
const HIDDEN = 26;

/** The middle and the width of each row's place, in the order of reading. */
export function placesOf(
	rows: readonly ChartRow[],
	direction: Direction
): { readonly places: readonly { x: number; middle: number }[]; readonly width: number } {
	const band = scaleBand<number>()
		.domain([...rows.keys()])
		.range([0, 100])
		.paddingInner(0.28)
		.paddingOuter(0.14);
	const width = band.bandwidth();
	const places = [...rows.keys()].map((index) => {
		const x = fromLeft(band(index) ?? 0, width, direction);
		return { x, middle: x + width / 2 };
	});
	return { places, width };
}

/** Standing columns, in order from where a line of writing begins. */
export function columnsOf(chart: Chart, room: Room, direction: Direction): Columns {
	const stacked = isStacked(chart);
	const axis = axisOf(chart);
	const hides = chart.rows.map(
		({ values }) => chart.series.filter((_, at) => isHidden(chart, values[at])).length
	);
	const mostHidden = Math.max(0, ...hides);
	const height = room.bottom - room.top;
	const kept = Math.min(height / 2, HIDDEN * (stacked ? mostHidden : Math.min(1, mostHidden)));
	const hiddenSize = stacked && mostHidden > 0 ? kept / mostHidden : kept;
	const scale = scaleLinear()
		.domain([0, axis.max])
		.range([0, height - kept]);
	const { places, width } = placesOf(chart.rows, direction);
	const lane = stacked ? width : width / Math.max(1, chart.series.length);

	const columns = chart.rows.map((row, index): Column => {
		const { x = 0, middle = 0 } = places[index] ?? {};
		const parts: ColumnPart[] = [];
		let foot = room.bottom;
		for (const series of chart.series.keys()) {
			const hidden = isHidden(chart, row.values[series]);
			const size = hidden ? hiddenSize : scale(row.values[series] ?? 0);
			if (size === 0) continue;
			const along = stacked ? 0 : fromLeftWithin(series * lane, lane, width, direction);
			const y = (stacked ? foot : room.bottom) - size;
			parts.push({ series, hidden, x: x + along, width: lane, y, height: size });
			foot = Math.min(foot, y);
		}
		const known = !chart.series.some((_, at) => (row.values[at] ?? null) === null);
		const total = row.values.reduce<number>((all, one) => all + (one ?? 0), 0);
		return { row, middle, parts, top: foot, total: stacked && known ? total : null };
	});
	return {
		columns,
		ticks: axis.ticks.map((value) => ({ value, y: room.bottom - scale(value) }))
	};
}

const fromLeftWithin = (start: number, size: number, whole: number, direction: Direction) =>
	direction === 'ltr' ? start : whole - start - size;
