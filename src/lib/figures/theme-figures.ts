import { FEWEST, hideBelow, hideFamily, type ToldTable } from './hiding.ts';

/** Of some statements, how many raised the theme; how many there are a manager may count on a list. */
export interface Part {
	/** A month, or a value of a group. */
	readonly id: string;
	readonly sent: number;
	readonly raised: number;
}

/** Who says that a statement raises the theme: its answers alone so far, or an officer. */
export interface Sources {
	readonly answers: number;
	readonly officer: number;
}

export interface ToldTheme {
	readonly months: readonly { readonly id: string; readonly count: number | null }[];
	/** Null: it may not be told. Of a year that is not over it is not told either. */
	readonly total: number | null;
	readonly sources: ToldTable;
	readonly groups: readonly ToldTable[];
}

/**
 * What may be told of one theme in one financial year. Its months are told one after the other as they end, each by
 * itself, and nothing told of a month is taken back: so what comes with the end of the year, the total and the groups, is
 * told only where no month that stayed hidden could be worked out from it.
 *
 * How many statements there are, of a month or of a group, managers can count. So a number is small too where all but a
 * few raised the theme.
 */
export function tellTheme(counted: {
	readonly months: readonly Part[];
	readonly sources: Sources;
	readonly groups: readonly { readonly id: string; readonly parts: readonly Part[] }[];
	/** The year is over. */
	readonly ended: boolean;
}): ToldTheme {
	const { months, ended } = counted;
	const sum = (of: (part: Part) => number) => months.reduce((all, part) => all + of(part), 0);
	const whole: Part = {
		id: '',
		sent: sum(({ sent }) => sent),
		raised: sum(({ raised }) => raised)
	};
	const total = ended && !tellsFew(whole) && staysHidden(months) ? whole.raised : null;
	const { answers, officer } = counted.sources;
	const sources = {
		id: 'sources',
		cells: [
			{ id: 'officer', count: officer },
			{ id: 'answers', count: answers }
		]
	};
	return {
		months: months.map((part) => ({ id: part.id, count: tellMonth(part) })),
		total,
		sources: hideBelow(total, [sources])[0] ?? sources,
		groups: counted.groups.map(({ id, parts }) => tellGroup(id, parts, total, whole.sent))
	};
}

/** A month by itself, as it is told when it ends and ever after. */
export const tellMonth = (part: Part): number | null => (tellsFew(part) ? null : part.raised);

const isSmall = (count: number): boolean => count > 0 && count < FEWEST;
/** Few did, or few did not; or all of them did, which tells of each. */
const tellsFew = ({ sent, raised }: Part): boolean =>
	isSmall(raised) || isSmall(sent - raised) || (sent > 0 && raised === sent);

function tellGroup(
	id: string,
	parts: readonly Part[],
	total: number | null,
	sent: number
): ToldTable {
	const table = (of: (part: Part) => number) => ({
		id,
		cells: parts.map((part) => ({ id: part.id, count: of(part) }))
	});
	const raised = table((part) => part.raised);
	if (total === null) return hideBelow(null, [raised])[0] ?? { id, cells: [] };
	if (total === 0) return raised;
	const others = table((part) => part.sent - part.raised);
	const told = hideFamily({ total, tables: [raised] }, true).tables[0]?.cells;
	const rest = hideFamily({ total: sent - total, tables: [others] }, true).tables[0]?.cells;
	const hidden = new Set(
		parts.filter((part, at) => tellsFew(part) || isHidden(told?.[at]) || isHidden(rest?.[at]))
	);
	// Nobody raises more than they sent: with that known too, some may need one more to hide among.
	for (const part of parts) if (!isOpen(hidden)) hidden.add(part);
	return {
		id,
		cells: parts.map((part) => ({ id: part.id, count: hidden.has(part) ? null : part.raised }))
	};
}

/** Hidden itself, or with its whole table. */
const isHidden = (cell: ToldTable['cells'][number] | undefined): boolean =>
	(cell?.count ?? null) === null;

/** Whether each of these could be more than one number, to somebody who knows what they add up to and who sent how many. */
function isOpen(hidden: ReadonlySet<Part>): boolean {
	const some = [...hidden].filter(({ sent }) => sent > 0);
	const raised = some.reduce((all, part) => all + part.raised, 0);
	const sent = some.reduce((all, part) => all + part.sent, 0);
	return some.every((part) => {
		const least = Math.max(0, raised - (sent - part.sent));
		return Math.min(part.sent, raised) > least;
	});
}

/** Whether each month that is hidden could still be more than one number, to somebody who learns the year's total. */
function staysHidden(months: readonly Part[]): boolean {
	const hidden = months.filter(tellsFew);
	const sum = hidden.reduce((all, { raised }) => all + raised, 0);
	const possible = hidden.map(({ sent }) =>
		Array.from({ length: sent + 1 }, (_, raised) => raised).filter((raised) =>
			tellsFew({ id: '', sent, raised })
		)
	);
	return possible.every((values, at) => {
		const others = sumsOf(possible.filter((_, other) => other !== at));
		return values.filter((value) => others.has(sum - value)).length > 1;
	});
}

/** Everything that one of each can add up to. */
function sumsOf(many: readonly (readonly number[])[]): ReadonlySet<number> {
	return many.reduce<ReadonlySet<number>>(
		(sums, values) => new Set([...sums].flatMap((one) => values.map((value) => one + value))),
		new Set([0])
	);
}
