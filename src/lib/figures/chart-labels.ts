import type { ChartRow } from './chart.ts';

/** What stands under a column. */
export interface ColumnLabel {
	readonly words: string;
	/** Below it, where a year begins. */
	readonly year: string | null;
	/** Whether there is room for it on a desk, and on a phone. */
	readonly wide: boolean;
	readonly narrow: boolean;
}

/** How wide a picture is at least, on a desk and on a phone, and a letter, in pixels. */
const WIDE = 440;
const NARROW = 225;
const LETTER = 7.5;
const STEPS = [1, 2, 3, 4, 6, 12, 24];

export const isMonth = (id: string): boolean => /^\d{4}-\d{2}$/.test(id);

/**
 * The labels under columns: cut where they are longer than their place (the table has the whole word), and only every
 * second, third… where they would run into each other.
 * @param nameOf the short name of a month, `YYYY-MM`
 */
export function labelsOf(
	rows: readonly ChartRow[],
	nameOf: (month: string) => string
): ColumnLabel[] {
	const months = rows.length > 0 && rows.every(({ id }) => isMonth(id));
	const most = Math.max(4, Math.floor(WIDE / rows.length / LETTER));
	const words = rows.map(
		({ id, label, short }) => short ?? (isMonth(id) ? nameOf(id) : cut(label, most))
	);
	const longest = Math.max(1, ...words.map((word) => [...word].length)) * LETTER + 4;
	const everyWide = stepFor(longest / (WIDE / rows.length));
	const everyNarrow = stepFor(longest / (NARROW / rows.length));
	const years = months ? yearsUnder(rows, everyWide) : new Map<number, string>();
	return words.map((word, index) => ({
		words: word,
		year: years.get(index) ?? null,
		wide: index % everyWide === 0,
		narrow: index % everyNarrow === 0
	}));
}

/** Under the first label of each year; not under the very first where the next would run into it. */
function yearsUnder(rows: readonly ChartRow[], every: number): Map<number, string> {
	const begins = new Map<string, number>();
	for (const [index, { id }] of rows.entries())
		if (index % every === 0 && !begins.has(id.slice(0, 4))) begins.set(id.slice(0, 4), index);
	const found = [...begins].map(([year, index]) => ({ year, index }));
	return new Map(
		found
			.filter(({ index }, at) => {
				const next = found[at + 1];
				return next === undefined || next.index - index > rows.length / 6;
			})
			.map(({ year, index }) => [index, year])
	);
}

const stepFor = (needed: number): number =>
	STEPS.find((step) => step >= needed) ?? Math.ceil(needed);

function cut(words: string, most: number): string {
	const letters = [...words];
	return letters.length <= most ? words : `${letters.slice(0, most - 1).join('')}…`;
}
