import { and, eq } from 'drizzle-orm';
import { demand, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { settle } from './settle.ts';

/** What happens to a meeting. */
export type MeetingChange =
	| { readonly kind: 'move'; readonly scheduledAt: number | null }
	| { readonly kind: 'cancel' }
	/** @param heldOn London date; null takes it back */
	| { readonly kind: 'hold'; readonly heldOn: string | null }
	| { readonly kind: 'change_chair'; readonly chairId: string | null }
	/** Whom it is about, from now on. */
	| { readonly kind: 'cover'; readonly youngPersonIds: readonly string[] };

/** One change to one meeting, and all that follows from it. */
export async function changeMeeting(
	core: Core,
	tx: Tx,
	actor: Actor,
	meetingId: string,
	change: MeetingChange
): Promise<void> {
	demand('meeting.change', rolesOf(actor));
	const { meetings } = tx.tables;
	const [found] = await tx
		.select({ id: meetings.id })
		.from(meetings)
		.where(eq(meetings.id, meetingId));
	if (!found) throw notFound();
	await apply(core, tx, meetingId, change);
	await core.audit.record(tx, {
		action: 'meeting.changed',
		actor,
		subject: { kind: 'meeting', id: meetingId },
		detail: { change: change.kind }
	});
	await settle(core, tx, {
		meetingIds: [meetingId],
		...(change.kind === 'cover' ? { youngPersonIds: change.youngPersonIds } : {}),
		actor
	});
}

async function apply(core: Core, tx: Tx, meetingId: string, change: MeetingChange): Promise<void> {
	const { meetings } = tx.tables;
	if (change.kind === 'cover') return cover(tx, meetingId, change.youngPersonIds);
	await tx.update(meetings).set(columnsOf(change, core.now())).where(eq(meetings.id, meetingId));
}

/** Who stays keeps the participation code recorded for them. */
async function cover(tx: Tx, meetingId: string, youngPersonIds: readonly string[]): Promise<void> {
	const { meetingYoungPeople } = tx.tables;
	const ofMeeting = eq(meetingYoungPeople.meetingId, meetingId);
	const before = await tx
		.select({ id: meetingYoungPeople.youngPersonId })
		.from(meetingYoungPeople)
		.where(ofMeeting);
	const covered = new Set(before.map(({ id }) => id));
	const wanted = new Set(youngPersonIds);
	for (const id of covered)
		if (!wanted.has(id))
			await tx
				.delete(meetingYoungPeople)
				.where(and(ofMeeting, eq(meetingYoungPeople.youngPersonId, id)));
	for (const id of wanted)
		if (!covered.has(id))
			await tx.insert(meetingYoungPeople).values({ meetingId, youngPersonId: id });
}

function columnsOf(change: Exclude<MeetingChange, { kind: 'cover' }>, now: number) {
	switch (change.kind) {
		case 'move':
			return { scheduledAt: change.scheduledAt };
		case 'cancel':
			return { cancelledAt: now };
		case 'hold':
			return { heldOn: change.heldOn };
		case 'change_chair':
			return { chairId: change.chairId };
	}
}
