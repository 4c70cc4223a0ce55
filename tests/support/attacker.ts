import { FEWEST } from '../../src/lib/figures/hiding.ts';
import { percent } from '../../src/lib/figures/percent.ts';

/** Everything somebody sees, and whatever else they may know: numbers by name, and how they hang together. */
export interface Seen {
	/** Null where it is hidden. */
	readonly numbers: ReadonlyMap<string, number | null>;
	/** The parts add up to the whole. */
	readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
	/** Nobody hides a number that is none by itself: of these they know that it is one at least. */
	readonly notNone?: ReadonlySet<string>;
	/** Such as 33.3, of a part in a whole. */
	readonly shares?: readonly {
		readonly part: string;
		readonly whole: string;
		readonly is: number;
	}[];
}

/** What a number lies between, both included. */
interface Bounds {
	readonly least: number;
	readonly most: number;
}
type Knowledge = Map<string, Bounds>;

/** A hidden number that was worked out, and how. */
export interface WorkedOut {
	readonly name: string;
	readonly how: 'solved' | 'narrowed' | 'tried' | 'surely_small';
}

/**
 * Tries to work out every hidden number from all that is seen: by solving the equations, by narrowing what each number
 * lies between, and by trying every whole number it could be, with all others made to fit. A number is worked out when
 * one is left, or when only such from one to four are, though there are more in what it is a part of.
 */
export function attack(seen: Seen): WorkedOut[] {
	const solved = solve(seen);
	if (!narrow(seen, startOf(seen))) throw new Error('what is seen contradicts itself');
	const hanging = new Map<string, Seen>();
	return [...seen.numbers].flatMap(([name, number]): WorkedOut[] => {
		if (number !== null) return [];
		const near = hanging.get(name) ?? around(seen, name);
		for (const other of near.numbers.keys()) hanging.set(other, near);
		const start = narrow(near, startOf(near)) ?? new Map<string, Bounds>();
		if (solved.has(name)) return [{ name, how: 'solved' }];
		const { least, most } = boundsOf(start, name);
		if (least === most) return [{ name, how: 'narrowed' }];
		const top = Math.min(most, least + 2 * FEWEST);
		const possible: number[] = [];
		for (let value = least; value <= top; value += 1)
			if (canBe(near, start, name, value)) possible.push(value);
		if (possible.length < 2) return [{ name, how: 'tried' }];
		const small = possible.every((value) => value > 0 && value < FEWEST);
		return small && !isPartOfFew(seen, start, name) ? [{ name, how: 'surely_small' }] : [];
	});
}

/** The sums that hang together with a hidden number through others that are hidden: the rest says nothing of it. */
function around({ numbers, sums, notNone, shares }: Seen, name: string): Seen {
	const isHidden = (one: string) => (numbers.get(one) ?? null) === null;
	const names = new Set([name]);
	let near: Seen['sums'] = [];
	for (;;) {
		const found = sums.filter(({ whole, parts }) =>
			[whole, ...parts].some((one) => isHidden(one) && names.has(one))
		);
		for (const { whole, parts } of found)
			for (const one of [whole, ...parts].filter(isHidden)) names.add(one);
		if (found.length === near.length) break;
		near = found;
	}
	const all = [name, ...near.flatMap(({ whole, parts }) => [whole, ...parts])];
	return {
		numbers: new Map(all.map((one) => [one, numbers.get(one) ?? null])),
		sums: near,
		...(notNone ? { notNone } : {}),
		...(shares ? { shares: shares.filter(({ part }) => names.has(part)) } : {})
	};
}

/** Of a whole that is known to be five or less: in two parts of it that are not none, each is small. */
const isPartOfFew = (seen: Seen, known: Knowledge, name: string): boolean =>
	seen.sums.some(
		({ whole, parts }) => parts.includes(name) && boundsOf(known, whole).most <= FEWEST
	);

/** Whether it is possible, by the numbers that are seen, that a hidden one is this. */
export const isPossible = (seen: Seen, name: string, value: number): boolean => {
	const start = narrow(seen, startOf(seen));
	return start !== null && canBe(seen, start, name, value);
};

function startOf({ numbers, sums, notNone }: Seen): Knowledge {
	const known: Knowledge = new Map();
	for (const name of sums.flatMap(({ whole, parts }) => [whole, ...parts]))
		known.set(name, { least: 0, most: Infinity });
	for (const [name, number] of numbers)
		known.set(
			name,
			number === null
				? { least: notNone?.has(name) ? 1 : 0, most: Infinity }
				: { least: number, most: number }
		);
	return known;
}

const boundsOf = (known: Knowledge, name: string): Bounds =>
	known.get(name) ?? { least: 0, most: Infinity };

/** Narrows what each number lies between until nothing more follows; null: it cannot be. */
function narrow(seen: Seen, from: Knowledge): Knowledge | null {
	const known = new Map(from);
	let changed = true;
	let possible = true;
	const limit = (name: string, least: number, most: number) => {
		const now = boundsOf(known, name);
		const next = { least: Math.max(now.least, least), most: Math.min(now.most, most) };
		if (next.least > next.most) possible = false;
		if (next.least === now.least && next.most === now.most) return;
		known.set(name, next);
		changed = true;
	};
	while (changed && possible) {
		changed = false;
		for (const { whole, parts } of seen.sums) {
			const all = parts.map((part) => boundsOf(known, part));
			const least = all.reduce((sum, one) => sum + one.least, 0);
			const most = all.reduce((sum, one) => sum + one.most, 0);
			limit(whole, least, most);
			const of = boundsOf(known, whole);
			const endless = all.filter((one) => one.most === Infinity).length;
			parts.forEach((part, at) => {
				const own = all[at] ?? of;
				// What the others can be at most, without taking endless from endless.
				const others = own.most === Infinity ? endless - 1 : endless;
				const othersMost = others > 0 ? Infinity : sumWithout(all, at);
				limit(part, of.least - othersMost, of.most - (least - own.least));
			});
		}
		for (const { part, whole, is } of seen.shares ?? []) {
			const { least, most } = boundsOf(known, whole);
			if (least !== most) continue;
			const fits = Array.from({ length: most + 1 }, (_, count) => count).filter(
				(count) => percent(count, most) === is
			);
			limit(part, fits[0] ?? Infinity, fits.at(-1) ?? -1);
		}
	}
	return possible ? known : null;
}

const sumWithout = (all: readonly Bounds[], at: number): number =>
	all.reduce((sum, { most }, other) => (other === at ? sum : sum + most), 0);

/** Makes one number this, and looks for whole numbers that all the others can be then. */
function canBe(seen: Seen, known: Knowledge, name: string, value: number): boolean {
	const next = narrow(seen, new Map(known).set(name, { least: value, most: value }));
	if (!next) return false;
	const open = [...seen.numbers.keys()]
		.map((other) => [other, boundsOf(next, other)] as const)
		.filter(([, { least, most }]) => least !== most)
		.sort(([, a], [, b]) => a.most - a.least - (b.most - b.least))[0];
	if (!open) return true;
	const [other, { least, most }] = open;
	const top = Math.min(most, least + 3 * FEWEST);
	for (let one = least; one <= top; one += 1) if (canBe(seen, next, other, one)) return true;
	return false;
}

/** Names of hidden numbers that the equations alone have one solution for: elimination in whole numbers, without rounding. */
function solve({ numbers, sums }: Seen): Set<string> {
	const unknown = [...new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]))].filter(
		(name) => (numbers.get(name) ?? null) === null
	);
	const at = new Map(unknown.map((name, index) => [name, index]));
	const rows = sums.map(({ whole, parts }) => {
		const row = Array<bigint>(unknown.length).fill(0n);
		const add = (name: string, times: bigint) => {
			const index = at.get(name);
			if (index !== undefined) row[index] = (row[index] ?? 0n) + times;
		};
		add(whole, -1n);
		for (const part of parts) add(part, 1n);
		return row;
	});
	let rank = 0;
	for (let column = 0; column < unknown.length && rank < rows.length; column += 1) {
		const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
		const found = rows[pivot];
		if (!found) continue;
		rows.splice(pivot, 1);
		rows.splice(rank, 0, found);
		rank += 1;
		for (const [index, row] of rows.entries()) {
			const times = row[column] ?? 0n;
			if (row === found || times === 0n) continue;
			const by = found[column] ?? 1n;
			rows[index] = row.map((value, place) => value * by - (found[place] ?? 0n) * times);
		}
	}
	return new Set(
		rows.flatMap((row) => {
			const left = unknown.filter((_, index) => row[index] !== 0n);
			return left.length === 1 ? left : [];
		})
	);
}
