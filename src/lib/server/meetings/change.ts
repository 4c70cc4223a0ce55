import { and, eq, sql } from 'drizzle-orm';
import { demand, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { keepStandings } from '../figures/standing.ts';
import { tellGuests } from './guests.ts';
import { settle } from './settle.ts';
import { planSittings, sittingsOf } from './sittings.ts';
import { findMeeting } from './standings.ts';

/** What happens to a meeting. */
export type MeetingChange =
	| { readonly kind: 'move'; readonly scheduledAt: number | null }
	/** One part of a series has been; the meeting goes on at the next one. */
	| { readonly kind: 'go_on'; readonly scheduledAt: number }
	| { readonly kind: 'cancel' }
	/** @param heldOn London date; null takes it back */
	| { readonly kind: 'hold'; readonly heldOn: string | null }
	| { readonly kind: 'change_chair'; readonly chairId: string | null }
	/** Whom it is about, from now on. */
	| { readonly kind: 'cover'; readonly youngPersonIds: readonly string[] };

/** One change to one meeting, and all that follows from it, by its chair or the operator. */
export async function changeMeeting(
	core: Core,
	tx: Tx,
	actor: Actor,
	meetingId: string,
	change: MeetingChange
): Promise<void> {
	const { standings } = await findMeeting(core, tx, actor, meetingId);
	demand('meeting.change', standings);
	await applyChange(core, tx, actor, meetingId, change);
}

/** The same, where something else let the actor do it. */
export async function applyChange(
	core: Core,
	tx: Tx,
	actor: Actor,
	meetingId: string,
	change: MeetingChange
): Promise<void> {
	if (change.kind === 'cancel')
		await tellGuests(tx, meetingId, 'guest_cancelled', actor, core.now());
	if (change.kind === 'move' && (await isAnotherTime(tx, meetingId, change.scheduledAt)))
		await tellGuests(tx, meetingId, 'guest_moved', actor, core.now());
	await apply(core, tx, meetingId, change);
	if (change.kind === 'hold' || change.kind === 'cover')
		await keepStandings(core, tx, { meetingIds: [meetingId] });
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

async function isAnotherTime(tx: Tx, meetingId: string, scheduledAt: number | null) {
	const { meetings } = tx.tables;
	const [before] = await tx
		.select({ scheduledAt: meetings.scheduledAt })
		.from(meetings)
		.where(eq(meetings.id, meetingId));
	return before?.scheduledAt !== scheduledAt;
}

async function apply(core: Core, tx: Tx, meetingId: string, change: MeetingChange): Promise<void> {
	const { meetings } = tx.tables;
	const version = sql`${meetings.version} + 1`;
	const columns = change.kind === 'cover' ? {} : columnsOf(change, core.now());
	await tx
		.update(meetings)
		.set({ ...columns, version })
		.where(eq(meetings.id, meetingId));
	if (change.kind === 'cover') await cover(tx, meetingId, change.youngPersonIds);
	if (change.kind === 'move' && change.scheduledAt !== null)
		await moveNextSitting(tx, meetingId, change.scheduledAt, core.now());
}

/** Of a series, the date of a meeting is that of its next sitting. */
async function moveNextSitting(tx: Tx, meetingId: string, scheduledAt: number, now: number) {
	const open = (await sittingsOf(tx, [meetingId])).filter(({ heldAt }) => heldAt === null);
	const [next, ...later] = open.map((sitting) => sitting.scheduledAt);
	if (next !== undefined && next !== scheduledAt)
		await planSittings(tx, meetingId, [scheduledAt, ...later], now);
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
		case 'go_on':
			return { scheduledAt: change.scheduledAt };
		case 'cancel':
			return { cancelledAt: now };
		case 'hold':
			return { heldOn: change.heldOn };
		case 'change_chair':
			return { chairId: change.chairId };
	}
}
