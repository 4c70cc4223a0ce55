import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsOf } from './chart-bars.ts';
import { columnsOf, type Room } from './chart-columns.ts';
import { labelsOf } from './chart-labels.ts';
import { linesOf } from './chart-lines.ts';
import { axisOf, isStacked } from './chart-scale.ts';
import type { Chart, ChartKind } from './chart.ts';

const ROOM: Room = { top: 20, bottom: 220 };
const CLOSE = 1e-6;

/** Any chart: some of its numbers hidden or missing, counts or shares. */
const charts = (kind: ChartKind): fc.Arbitrary<Chart> =>
	fc
		.record({
			series: fc.integer({ min: 1, max: 6 }),
			rows: fc.integer({ min: 1, max: 36 }),
			unit: fc.constantFrom('count' as const, 'percent' as const, 'days' as const),
			nulls: fc.constantFrom('hidden' as const, 'none' as const),
			beside: fc.boolean(),
			from: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null })
		})
		.chain(({ series, rows, unit, nulls, beside, from }) =>
			fc
				.array(
					fc.array(fc.option(fc.nat(unit === 'percent' ? 100 : 5000), { freq: 6, nil: null }), {
						minLength: series,
						maxLength: series
					}),
					{ minLength: rows, maxLength: rows }
				)
				.map((values): Chart => ({
					...{ kind, unit, nulls, beside },
					...{ title: 'Any', rowsLabel: 'Row' },
					series: [...Array(series).keys()].map((id) => ({ id: `${id}`, label: `${id}` })),
					rows: values.map((row, id) => ({ id: `${id}`, label: `${id}`, values: row })),
					...(from === null ? {} : { between: { from, to: from + 20, label: 'So many' } })
				}))
		);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('bars', () => {
	test('are as long as their numbers, none is lost and none sticks out', () => {
		fc.assert(
			fc.property(charts('bars'), (chart) => {
				const { rows, ticks, lanes, between } = barsOf(chart, 'ltr');
				const unit = (ticks.at(-1)?.x ?? 0) / (ticks.at(-1)?.value ?? 1);

				for (const { row, parts } of rows) {
					const known = row.values.filter((value) => value !== null && value > 0).length;
					const hidden = chart.nulls === 'hidden' ? row.values.filter((one) => one === null) : [];
					expect(parts.filter((part) => !part.hidden)).toHaveLength(known);
					expect(parts.filter((part) => part.hidden)).toHaveLength(hidden.length);
					for (const part of parts) {
						expect(part.x).toBeGreaterThanOrEqual(-CLOSE);
						expect(part.x + part.width).toBeLessThanOrEqual(100 + CLOSE);
						expect(part.lane).toBeLessThan(lanes);
						if (!part.hidden)
							expect(part.width).toBeCloseTo((row.values[part.series] ?? 0) * unit, 6);
					}
					for (const lane of Array(lanes).keys()) {
						const inLane = parts.filter((part) => part.lane === lane);
						const end = Math.max(0, ...inLane.map(({ x, width }) => x + width));
						expect(end).toBeCloseTo(sum(inLane.map(({ width }) => width)), 6);
					}
				}
				expect((between?.x ?? 0) + (between?.width ?? 0)).toBeLessThanOrEqual(100 + CLOSE);
			})
		);
	});

	test('that are hidden are all of one length: it tells nothing of the number', () => {
		fc.assert(
			fc.property(charts('bars'), (chart) => {
				const hidden = barsOf(chart, 'ltr').rows.flatMap(({ parts }) =>
					parts.filter((part) => part.hidden).map(({ width }) => width.toFixed(6))
				);
				expect(new Set(hidden).size).toBeLessThanOrEqual(1);
			})
		);
	});
});

describe('columns', () => {
	test('are as high as their numbers, none is lost and none sticks out', () => {
		fc.assert(
			fc.property(charts('columns'), (chart) => {
				const { columns, ticks } = columnsOf(chart, ROOM, 'ltr');
				const top = ticks.at(-1);
				const unit = (ROOM.bottom - (top?.y ?? 0)) / (top?.value ?? 1);

				for (const { row, parts, total } of columns) {
					for (const part of parts) {
						expect(part.x).toBeGreaterThanOrEqual(-CLOSE);
						expect(part.x + part.width).toBeLessThanOrEqual(100 + CLOSE);
						expect(part.y).toBeGreaterThanOrEqual(ROOM.top - CLOSE);
						expect(part.y + part.height).toBeLessThanOrEqual(ROOM.bottom + CLOSE);
						if (!part.hidden)
							expect(part.height).toBeCloseTo((row.values[part.series] ?? 0) * unit, 6);
					}
					if (isStacked(chart) && !row.values.includes(null))
						expect(total).toBe(sum(row.values.map((value) => value ?? 0)));
					else expect(total).toBeNull();
				}
				const middles = columns.map(({ middle }) => middle);
				expect(middles).toEqual([...middles].sort((a, b) => a - b));
			})
		);
	});
});

describe('lines', () => {
	test('have a point for each number, in their order, and a gap for each that is none', () => {
		fc.assert(
			fc.property(charts('lines'), (chart) => {
				const { lines } = linesOf(chart, ROOM, 'ltr');

				for (const { series, points, path } of lines) {
					const values = chart.rows.map((row) => row.values[series] ?? null);
					const pieces = values.filter(
						(value, at) => value !== null && (values[at - 1] ?? null) === null
					);
					expect(points.map(({ value }) => value)).toEqual(
						values.filter((value) => value !== null)
					);
					expect(path.match(/M/g) ?? []).toHaveLength(pieces.length);
					for (const { x, y } of points) {
						expect(x).toBeGreaterThan(0);
						expect(x).toBeLessThan(100);
						expect(y).toBeGreaterThanOrEqual(ROOM.top - CLOSE);
						expect(y).toBeLessThanOrEqual(ROOM.bottom + CLOSE);
					}
				}
			})
		);
	});
});

test('from right to left, every picture is the mirrored one of left to right', () => {
	const mirrored = ({ x, width = 0 }: { x: number; width?: number }) =>
		(100 - x - width).toFixed(6);
	const there = ({ x }: { x: number }) => x.toFixed(6);

	fc.assert(
		fc.property(charts('bars'), charts('columns'), charts('lines'), (bars, columns, lines) => {
			const bar = (direction: 'ltr' | 'rtl') =>
				barsOf(bars, direction).rows.flatMap(({ parts }) => parts);
			const column = (direction: 'ltr' | 'rtl') =>
				columnsOf(columns, ROOM, direction).columns.flatMap(({ parts }) => parts);
			const point = (direction: 'ltr' | 'rtl') =>
				linesOf(lines, ROOM, direction).lines.flatMap(({ points }) => points);

			for (const parts of [bar, column, point])
				expect(parts('rtl').map(there)).toEqual(parts('ltr').map(mirrored));
		})
	);
});

describe('the marks', () => {
	test('begin at nought, are few and round, and reach over the largest number', () => {
		fc.assert(
			fc.property(fc.constantFrom<ChartKind>('bars', 'columns', 'lines').chain(charts), (chart) => {
				const { max, ticks } = axisOf(chart);
				const most = Math.max(
					...chart.rows.map(({ values }) => {
						const known = values.map((value) => value ?? 0);
						return isStacked(chart) ? sum(known) : Math.max(...known);
					})
				);

				expect(ticks[0]).toBe(0);
				expect(ticks.length).toBeGreaterThanOrEqual(2);
				expect(ticks.length).toBeLessThanOrEqual(9);
				expect(max).toBeGreaterThanOrEqual(most - 0.5);
				if (chart.unit === 'count') expect(ticks.every(Number.isInteger)).toBe(true);
			})
		);
	});

	test('of shares go to a hundred, however small they are', () => {
		const chart: Chart = {
			...{ kind: 'columns', unit: 'percent', title: '', rowsLabel: '' },
			series: [{ id: 'a', label: 'a' }],
			rows: [{ id: 'x', label: 'x', values: [5.5] }]
		};
		expect(axisOf(chart)).toEqual({ max: 100, ticks: [0, 25, 50, 75, 100] });
	});
});

describe('labels under columns', () => {
	const months = (count: number, first = 3) =>
		[...Array(count).keys()].map((at) => {
			const month = new Date(Date.UTC(2025, first + at, 1)).toISOString().slice(0, 7);
			return { id: month, label: month, values: [1] };
		});
	const under = (count: number, first?: number) =>
		labelsOf(months(count, first), (month) => `M${month.slice(5)}`);

	test('of a year stand under every month on a desk, and under every second on a phone', () => {
		expect(under(12).map(({ wide, narrow }) => [wide, narrow])).toEqual(
			[...Array(12).keys()].map((at) => [true, at % 2 === 0])
		);
		expect(under(12).flatMap(({ year }, at) => (year ? [[at, year]] : []))).toEqual([
			[0, '2025'],
			[9, '2026']
		]);
	});

	test('leave out more of three years, and years that would run into each other', () => {
		const shown = under(36).filter(({ wide }) => wide);
		expect(shown.length).toBeLessThanOrEqual(18);
		expect(under(12, 11).flatMap(({ year }, at) => (year ? [[at, year]] : []))).toEqual([
			[1, '2026']
		]);
	});

	test('are cut where they are no months and too long; all of them stand there', () => {
		const rows = ['Living at home with parents', 'Foster carers'].map((label) => ({
			...{ id: label, label, values: [1] }
		}));
		const many = [...rows, ...rows, ...rows, ...rows, ...rows];

		expect(labelsOf(rows, String).map(({ words }) => words)).toEqual(
			rows.map(({ label }) => label)
		);
		for (const { words } of labelsOf(many, String)) expect(words).toMatch(/^.{4}…$/);
	});
});
