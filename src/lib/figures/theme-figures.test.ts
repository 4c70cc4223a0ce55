import { describe, expect, test } from 'vitest';
import { tellTheme, type Part } from './theme-figures.ts';

const months = (...numbers: [raised: number, sent: number][]): Part[] =>
	numbers.map(([raised, sent], at) => ({ id: `2025-0${at + 4}`, raised, sent }));
const all = (parts: readonly Part[]) => parts.reduce((sum, { raised }) => sum + raised, 0);

function told(parts: readonly Part[], groups: readonly Part[][] = [], ended = true) {
	const raised = all(parts);
	return tellTheme({
		months: parts,
		sources: { answers: Math.floor(raised / 2), officer: raised - Math.floor(raised / 2) },
		groups: groups.map((some, at) => ({ id: `g${at}`, parts: some })),
		ended
	});
}
const counts = (cells: readonly { count: number | null }[]) => cells.map(({ count }) => count);

describe('what is told of a theme', () => {
	test('is a month by itself: not where few raised it, nor where few did not', () => {
		const { months: shown } = told(
			months([0, 20], [4, 20], [5, 20], [16, 20], [15, 20], [9, 9], [0, 2])
		);
		expect(counts(shown)).toEqual([0, null, 5, null, 15, null, null]);
	});

	test('is no total and no group while the year runs', () => {
		const year = told(months([10, 30], [10, 30]), [months([20, 60])], false);
		expect(year.total).toBeNull();
		expect(year.sources.cells).toEqual([]);
		expect(year.groups[0]?.cells).toEqual([]);
		expect(counts(year.months)).toEqual([10, 10]);
	});

	test.each<[string, Part[], number | null]>([
		['no month is hidden', months([10, 30], [12, 30]), 22],
		['one is, which it would give away', months([10, 30], [3, 30]), null],
		['two are, that can be several numbers', months([10, 30], [2, 30], [3, 30]), 15],
		['two are, each of them one', months([10, 30], [1, 7], [1, 7]), null],
		['it is small itself', months([4, 30], [0, 30]), null],
		['all but a few raised it', months([30, 31], [30, 31]), null]
	])('is the total where %s', (_, parts, total) => {
		expect(told(parts).total).toBe(total);
	});

	test('is a group so that neither those who raised it nor the others are few', () => {
		const year = months([20, 60], [20, 60]);
		const groups = [
			[part('f', 20, 60), part('m', 20, 60)],
			[part('east', 37, 100), part('west', 3, 20)],
			[part('en', 20, 70), part('ar', 10, 11), part('pl', 10, 39)]
		];
		expect(told(year, groups).groups.map(({ cells }) => counts(cells))).toEqual([
			[20, 20],
			[null, null],
			[20, null, null]
		]);
	});
});

/** Whoever knows how many statements each part has, and every number that is told, must be left with a choice. */
describe('a hidden number', () => {
	const random = numbers(7);
	const between = (least: number, most: number) => least + (random() % (most - least + 1));

	test('of a month cannot be worked out once the year is over', () => {
		for (let round = 0; round < 100; round++) {
			const parts = Array.from({ length: between(2, 4) }, (_, at) => {
				const sent = between(0, 9);
				return part(`m${at}`, between(0, sent), sent);
			});
			const { months: shown, total } = told(parts);
			const hidden = parts.filter((_, at) => shown[at]?.count === null);
			const possible = worlds(hidden.map(({ sent }) => sent)).filter((world) => {
				const whole = parts.map((one) => {
					const at = hidden.indexOf(one);
					return at === -1 ? one : { ...one, raised: world[at] ?? 0 };
				});
				const again = told(whole);
				return JSON.stringify(again.months) === JSON.stringify(shown) && again.total === total;
			});
			for (const [at, { sent }] of hidden.entries())
				if (sent > 0) expect(new Set(possible.map((world) => world[at])).size).toBeGreaterThan(1);
		}
	});

	test('of a group cannot be worked out from the others and the total', () => {
		for (let round = 0; round < 400; round++) {
			const parts = Array.from({ length: between(2, 4) }, (_, at) => {
				const sent = between(0, 14);
				return part(`g${at}`, between(0, sent), sent);
			});
			const year = [
				part(
					'm',
					all(parts),
					parts.reduce((sum, { sent }) => sum + sent, 0)
				)
			];
			const { groups, total } = told(year, [parts]);
			if (total === null || total === 0) continue;
			const shown = counts(groups[0]?.cells ?? []);
			const hidden = parts.filter((_, at) => shown[at] === null);
			const left = total - shown.reduce<number>((sum, count) => sum + (count ?? 0), 0);
			const possible = worlds(hidden.map(({ sent }) => sent)).filter(
				(world) => world.reduce((sum, one) => sum + one, 0) === left
			);
			for (const [at, { sent }] of hidden.entries())
				if (sent > 0) expect(new Set(possible.map((world) => world[at])).size).toBeGreaterThan(1);
		}
	});
});

function part(id: string, raised: number, sent: number): Part {
	return { id, raised, sent };
}

/** Every way to raise it or not. */
function worlds(sent: readonly number[]): number[][] {
	const [first, ...rest] = sent;
	if (first === undefined) return [[]];
	return worlds(rest).flatMap((world) =>
		Array.from({ length: first + 1 }, (_, raised) => [raised, ...world])
	);
}

/** The same numbers on every run. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor(state / 65_536);
	};
}
