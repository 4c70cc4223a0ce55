import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../access.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid } from '../errors.ts';
import { tell } from '../notices/notices.ts';

/** Staff invited beside the chair. */
export async function guestsOf(queries: Queries, meetingId: string): Promise<string[]> {
	const { meetingGuests } = queries.tables;
	const rows = await queries
		.select({ id: meetingGuests.staffId })
		.from(meetingGuests)
		.where(eq(meetingGuests.meetingId, meetingId))
		.orderBy(meetingGuests.staffId);
	return rows.map(({ id }) => id);
}

/** What happened to a meeting is told to those invited to it, but for who did it. */
export async function tellGuests(
	tx: Tx,
	meetingId: string,
	kind: 'guest_moved' | 'guest_cancelled',
	by: Actor,
	now: number
): Promise<void> {
	const guests = (await guestsOf(tx, meetingId)).filter((id) => id !== by.id);
	await tell(
		tx,
		guests.map((staffId) => ({ to: { staffId, kind }, meetingId })),
		now
	);
}

/** These and nobody else; who is new is told. @throws Refusal invalid `form_unreadable` where one is not on the staff now */
export async function inviteGuests(
	tx: Tx,
	meetingId: string,
	staffIds: readonly string[],
	now: number
): Promise<void> {
	const { meetingGuests, staff } = tx.tables;
	const before = new Set(await guestsOf(tx, meetingId));
	const added = staffIds.filter((id) => !before.has(id));
	if (added.length > 0) {
		const active = await tx
			.select({ id: staff.id })
			.from(staff)
			.where(and(inArray(staff.id, added), eq(staff.active, 1)));
		if (active.length < added.length) throw invalid('form_unreadable');
		await tx.insert(meetingGuests).values(added.map((staffId) => ({ meetingId, staffId })));
		await tell(
			tx,
			added.map((staffId) => ({ to: { staffId, kind: 'meeting_invited' }, meetingId })),
			now
		);
	}
	const gone = [...before].filter((id) => !staffIds.includes(id));
	if (gone.length > 0)
		await tx
			.delete(meetingGuests)
			.where(and(eq(meetingGuests.meetingId, meetingId), inArray(meetingGuests.staffId, gone)));
}
