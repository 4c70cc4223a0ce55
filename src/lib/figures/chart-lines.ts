import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Chart } from './chart.ts';
import { placesOf, type Room, type Standing } from './chart-columns.ts';
import { axisOf, isHidden, type Direction } from './chart-scale.ts';

export interface LinePoint {
	/** In hundredths, from the left. */
	readonly x: number;
	/** In pixels, from above. */
	readonly y: number;
	readonly value: number;
	/** Drawn with its mark: where there is room for all of them, where a line ends, and where a point stands alone. */
	readonly marked: boolean;
}

export interface Line {
	readonly series: number;
	/** The path, 100 wide, with a gap where there is no value. */
	readonly path: string;
	readonly points: readonly LinePoint[];
}

export interface Lines extends Standing {
	readonly lines: readonly Line[];
	/** The middles of the rows, in hundredths from the left. */
	readonly middles: readonly number[];
	/** Where there is a number that may not be told. */
	readonly hidden: readonly { readonly x: number; readonly series: number }[];
}

/** With more than these, marks would run into each other. */
const ROOM_FOR_MARKS = 14;

/** Lines over rows in order, from where a line of writing begins. */
export function linesOf(chart: Chart, room: Room, direction: Direction): Lines {
	const axis = axisOf(chart);
	const scale = scaleLinear().domain([0, axis.max]).range([room.bottom, room.top]);
	const { places } = placesOf(chart.rows, direction);
	const middles = places.map(({ middle }) => middle);
	const values = (series: number) => chart.rows.map((row) => row.values[series] ?? null);

	return {
		middles,
		ticks: axis.ticks.map((value) => ({ value, y: scale(value) })),
		hidden: [...chart.series.keys()].flatMap((series) =>
			values(series).flatMap((value, at) =>
				isHidden(chart, value) ? [{ x: middles[at] ?? 0, series }] : []
			)
		),
		lines: [...chart.series.keys()].map((series): Line => {
			const along = values(series);
			const path = line<number | null>()
				.defined((value) => value !== null)
				.x((_, at) => middles[at] ?? 0)
				.y((value) => scale(value ?? 0));
			return {
				series,
				path: path(along) ?? '',
				points: along.flatMap((value, at) => {
					if (value === null) return [];
					const ends = (along[at - 1] ?? null) === null || (along[at + 1] ?? null) === null;
					const marked = chart.rows.length <= ROOM_FOR_MARKS || ends;
					return [{ x: middles[at] ?? 0, y: scale(value), value, marked }];
				})
			};
		})
	};
}
