import { percent } from './percent.ts';

/** A number of a table: `hidden` where it may not be told, null where there is nothing to tell. */
export type Cell = number | 'hidden' | null;

/** A count that is not there may not be told. */
export const told = (count: number | null): Cell => count ?? 'hidden';

/** A share is told where both its numbers are; of nothing there is none. */
export function share(part: Cell, of: Cell): Cell {
	return typeof part === 'number' && typeof of === 'number' ? percent(part, of) : 'hidden';
}

export function sum(cells: readonly Cell[]): Cell {
	let total = 0;
	for (const cell of cells) {
		if (typeof cell !== 'number') return 'hidden';
		total += cell;
	}
	return total;
}

export interface HeldCells {
	readonly held: Cell;
	readonly inTime: Cell;
}

export const NOTHING_HELD: HeldCells = { held: 0, inTime: 0 };

export const heldCells = (of: {
	readonly held: number | null;
	readonly inTime: number | null;
}): HeldCells => ({ held: told(of.held), inTime: told(of.inTime) });

export const heldTogether = (all: readonly HeldCells[]): HeldCells => ({
	held: sum(all.map(({ held }) => held)),
	inTime: sum(all.map(({ inTime }) => inTime))
});
