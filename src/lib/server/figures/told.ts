import { and, eq } from 'drizzle-orm';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';

/** What was told of one period, and when. */
export interface Told<T> {
	readonly told: T;
	readonly toldAt: number;
}

interface Which {
	/** What it is about: such as `year`, or `answers:` and a form. */
	readonly subject: string;
	readonly period: string;
}

/** What was told of a period before; null: nothing yet. */
export async function toldBefore<T>(
	queries: Queries,
	{ subject, period }: Which
): Promise<Told<T> | null> {
	const { toldFigures } = queries.tables;
	const [row] = await queries
		.select({ told: toldFigures.told, toldAt: toldFigures.toldAt })
		.from(toldFigures)
		.where(and(eq(toldFigures.subject, subject), eq(toldFigures.period, period)));
	return row ? { told: JSON.parse(row.told) as T, toldAt: row.toldAt } : null;
}

/**
 * Counts a period that is over the first time it is asked for, and tells the same ever after: whoever remembers what was
 * told before something was taken back would know by the difference what it was.
 * @param count hides what is to be hidden: nothing else is kept
 * @param isTold whether it tells anything: what tells nothing yet may grow until it does
 */
export async function tellOnce<T>(
	core: Core,
	actor: StaffActor,
	which: Which,
	count: (queries: Queries) => Promise<T>,
	isTold: (told: T) => boolean = () => true
): Promise<Told<T>> {
	const before = await toldBefore<T>(core.database.read, which);
	if (before) return before;
	const told = await core.database.snapshot(count);
	if (!isTold(told)) return { told, toldAt: core.now() };
	return core.database.inTransaction(async (tx) => {
		await tx
			.insert(tx.tables.toldFigures)
			.values({
				...which,
				told: JSON.stringify(told),
				toldAt: core.now(),
				byStaffId: actor.id
			})
			.onConflictDoNothing();
		// Of two who asked at once both are told what the first one is.
		return (await toldBefore<T>(tx, which)) ?? { told, toldAt: core.now() };
	});
}
