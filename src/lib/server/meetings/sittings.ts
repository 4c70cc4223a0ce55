import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queries, Tx } from '../db/database.ts';
import { inChunks } from '../db/in-chunks.ts';

/** A part of a review that is a series of meetings. */
export interface Sitting {
	readonly id: string;
	readonly meetingId: string;
	readonly scheduledAt: number;
	readonly heldAt: number | null;
	readonly cancelledAt: number | null;
}

/** Every sitting that was not called off, in order; a meeting in one piece has none. */
export async function sittingsOf(
	queries: Queries,
	meetingIds: readonly string[]
): Promise<Sitting[]> {
	const { meetingSittings: sittings } = queries.tables;
	const rows = await inChunks(meetingIds, (chunk) =>
		queries
			.select({
				id: sittings.id,
				meetingId: sittings.meetingId,
				scheduledAt: sittings.scheduledAt,
				heldAt: sittings.heldAt,
				cancelledAt: sittings.cancelledAt
			})
			.from(sittings)
			.where(and(inArray(sittings.meetingId, chunk), isNull(sittings.cancelledAt)))
			.orderBy(asc(sittings.scheduledAt), asc(sittings.id))
	);
	return rows;
}

/**
 * Makes these the sittings still to come, in order: each keeps the sitting that was in its place, so that a calendar
 * sees it moved. One date alone, where there never were more, makes no series.
 */
export async function planSittings(
	tx: Tx,
	meetingId: string,
	times: readonly number[],
	now: number
): Promise<void> {
	const { meetingSittings } = tx.tables;
	const all = await sittingsOf(tx, [meetingId]);
	const open = all.filter(({ heldAt }) => heldAt === null);
	if (all.length === 0 && times.length < 2) return;
	const wanted = [...times].sort((a, b) => a - b);
	for (const [at, scheduledAt] of wanted.entries()) {
		const there = open[at];
		if (!there)
			await tx.insert(meetingSittings).values({ id: randomUUID(), meetingId, scheduledAt });
		else if (there.scheduledAt !== scheduledAt)
			await tx.update(meetingSittings).set({ scheduledAt }).where(eq(meetingSittings.id, there.id));
	}
	for (const { id } of open.slice(wanted.length))
		await tx.update(meetingSittings).set({ cancelledAt: now }).where(eq(meetingSittings.id, id));
}

/** @param heldAt null takes it back */
export async function markSitting(tx: Tx, id: string, heldAt: number | null): Promise<void> {
	const { meetingSittings } = tx.tables;
	await tx.update(meetingSittings).set({ heldAt }).where(eq(meetingSittings.id, id));
}
