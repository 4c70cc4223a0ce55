/**
 * Hiding small numbers: a count of one to four is a person or two, and tells of them what nobody may be told. So it is
 * hidden, together with whatever it could be worked out from. Why this is enough stands in docs/decisions/0022.
 */

/** The smallest number that is told. None is told as none. */
export const FEWEST = 5;

/** `Count` is a number, or null where it is hidden. */
export interface Cell<Count = number> {
	readonly id: string;
	readonly count: Count;
}

/** Everybody of one population, each in one cell. */
export interface Table<Count = number> {
	readonly id: string;
	readonly cells: readonly Cell<Count>[];
}

/** One population of one period, and the tables that part it. They may share nothing else than its total. */
export interface Family<Count = number> {
	readonly total: Count;
	readonly tables: readonly Table<Count>[];
}

/** Without any cell where all of it is hidden. */
export type ToldTable = Table<number | null>;
export type ToldFamily = Family<number | null>;

/**
 * What may be told of a family.
 * @param totalIsKnown whoever looks knows the total from elsewhere: it is never hidden
 * @throws Error where a table does not add up to the total: what is hidden could then be worked out
 */
export function hideFamily(family: Family, totalIsKnown = false): ToldFamily {
	const { total, tables } = family;
	for (const { id, cells } of tables)
		if (sum(cells) !== total) throw new Error(`the table ${id} does not add up to its total`);
	return {
		total: isSmall(total) && !totalIsKnown ? null : total,
		tables: tables.map((table) => hideTable(table, total))
	};
}

/**
 * The tables that part one cell of another table, such as the answers of those who answered: told only where that cell
 * is, for with the whole unknown each of them would tell of it.
 * @param toldTotal the cell, as it was told
 */
export function hideBelow(toldTotal: number | null, tables: readonly Table[]): ToldTable[] {
	return toldTotal === null
		? tables.map(nothingOf)
		: [...hideFamily({ total: toldTotal, tables }, true).tables];
}

/** A total that is the sum of numbers that were told apart; hidden where one of them is. */
export const sumTold = (counts: readonly (number | null)[]): number | null =>
	counts.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0);

function hideTable(table: Table, total: number): ToldTable {
	const hidden = hiddenIn(table.cells, total);
	if (!hidden) return nothingOf(table);
	return {
		id: table.id,
		cells: table.cells.map((cell) => (hidden.has(cell) ? { ...cell, count: null } : cell))
	};
}

/**
 * The cells to hide; null: all of them, those with nobody in them too, for too little is left to hide among. One cell of
 * five or more is always enough to hide the small ones with. Which one that is depends on where the small ones stand, and
 * never on how large it is: who knows this rule could turn that round.
 */
function hiddenIn(cells: readonly Cell[], total: number): ReadonlySet<Cell> | null {
	if (isSmall(total)) return null;
	const small = cells.filter(({ count }) => isSmall(count));
	const enough = isEnough(small);
	if (enough && !allFour(small)) return new Set(small);
	const last = cells.findLastIndex(({ count }) => isSmall(count));
	const beside = [...cells.slice(last + 1), ...cells].find(({ count }) => count >= FEWEST);
	if (beside) return new Set([...small, beside]);
	return enough ? new Set(small) : null;
}

/**
 * Whether nobody can tell what any of these cells is, who knows what they add up to and that somebody is in each: one of
 * them can then be anything from one to five.
 */
const isEnough = (hidden: readonly Cell[]): boolean =>
	hidden.length === 0 || (hidden.length > 1 && sum(hidden) >= hidden.length - 1 + FEWEST);

/** As much as small cells can add up to: who knows that they are small knows each. */
const allFour = (small: readonly Cell[]): boolean =>
	small.length > 0 && sum(small) === small.length * (FEWEST - 1);

/** Not even its rows: one that is there only because somebody is in it would tell that. */
const nothingOf = ({ id }: Table): ToldTable => ({ id, cells: [] });

const isSmall = (count: number): boolean => count > 0 && count < FEWEST;
const sum = (cells: readonly Cell[]): number => cells.reduce((all, { count }) => all + count, 0);
