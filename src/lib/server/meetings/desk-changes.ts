import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { meetingKindOf } from '../../meetings/kinds.ts';
import { isDate } from '../../meetings/meeting-times.ts';
import { demand, demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { standingsTowards } from '../people/standings.ts';
import { applyChange } from './change.ts';
import { dueByOf } from './due-by.ts';
import { inviteGuests } from './guests.ts';
import { parsed, plannedFrom, toChange, type MeetingPlanned } from './meeting-input.ts';
import { sealPlace } from './place.ts';
import { markSitting, planSittings, sittingsOf } from './sittings.ts';
import { findMeeting, type FoundMeeting } from './standings.ts';

const toHold = v.object({
	meetingId: v.string(),
	heldOn: v.pipe(v.string(), v.trim()),
	/** Which part of a series they had before them; empty for a meeting in one piece. */
	sittingId: v.string()
});

export type MeetingToChange = v.InferInput<typeof toChange>;

/** A meeting that the actor may change. @throws Refusal `not_found` */
async function changeable(
	core: Core,
	tx: Tx,
	actor: Actor,
	meetingId: string
): Promise<FoundMeeting> {
	const found = await findMeeting(core, tx, actor, meetingId);
	demandOfStaff('meeting.change', actor, found.standings);
	if (found.row.cancelledAt !== null) throw conflict('diary_cancelled');
	return found;
}

/**
 * When, where, with whom and about whom, all at once; what young people sent for it follows.
 * @throws Refusal conflict `diary_meeting_changed` where somebody else was first
 */
export async function editMeeting(core: Core, actor: Actor, input: MeetingToChange): Promise<void> {
	const form = parsed(toChange, input);
	const { meetingId } = form;
	return core.database.inTransaction(async (tx) => {
		const { row, youngPersonIds: before } = await changeable(core, tx, actor, meetingId);
		if (row.heldOn !== null) throw conflict('diary_already_held');
		const open = (await sittingsOf(tx, [meetingId])).filter(({ heldAt }) => heldAt === null);
		const standing = open.length > 0 ? open.map((one) => one.scheduledAt) : [row.scheduledAt];
		const keep = standing.filter((at) => at !== null);
		const kind = meetingKindOf(row.kind);
		const now = core.now();
		const planned = plannedFrom(form, { kind, held: false, keep, now });
		if (row.version !== form.version) throw conflict('diary_meeting_changed');
		for (const id of planned.youngPersonIds)
			if (!before.includes(id)) demand('meeting.make', await standingsTowards(tx, actor, id));

		await saveDetails(core, tx, row, planned);
		const [scheduledAt] = planned.times;
		await planSittings(tx, meetingId, planned.times, now);
		if (planned.youngPersonIds.toSorted().join() !== before.toSorted().join())
			await applyChange(core, tx, actor, meetingId, {
				kind: 'cover',
				youngPersonIds: planned.youngPersonIds
			});
		// Where only the room is another, it is a change all the same: the version counts it.
		await applyChange(core, tx, actor, meetingId, { kind: 'move', scheduledAt });
		// Last: who is new is told that they are invited, and not also that it was moved.
		await inviteGuests(tx, meetingId, planned.guestIds, now);
	});
}

async function saveDetails(
	core: Core,
	tx: Tx,
	row: FoundMeeting['row'],
	{ minutes, place, strategyOn, youngPersonIds, times }: MeetingPlanned
): Promise<void> {
	const { meetings } = tx.tables;
	const kind = meetingKindOf(row.kind);
	// The case system's own due date stands, unless what it counts from was learnt here.
	const dueBy =
		row.dueBy === null || strategyOn !== row.strategyOn
			? await dueByOf(tx, youngPersonIds, { kind, day: londonDate(times[0]), strategyOn })
			: row.dueBy;
	await tx
		.update(meetings)
		.set({ minutes, placeSealed: place && sealPlace(core, row.id, place), strategyOn, dueBy })
		.where(eq(meetings.id, row.id));
}

/**
 * It was held, on a London date. Of a series, its next part was: the meeting itself is held when its last part is. Said
 * twice of the same part, it has been said once.
 */
export async function holdMeeting(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof toHold>
): Promise<void> {
	const { meetingId, heldOn, sittingId } = parsed(toHold, input);
	return core.database.inTransaction(async (tx) => {
		const { row } = await changeable(core, tx, actor, meetingId);
		if (!isDate(heldOn)) throw invalid('diary_held_missing');
		if (heldOn > londonDate(core.now())) throw invalid('diary_held_in_future');
		if (row.heldOn === heldOn) return;
		if (row.heldOn !== null) throw conflict('diary_already_held');
		const sittings = await sittingsOf(tx, [meetingId]);
		if (sittings.some(({ id, heldAt }) => id === sittingId && heldAt !== null)) return;
		const [sitting, following] = sittings.filter(({ heldAt }) => heldAt === null);
		if ((sitting?.id ?? '') !== sittingId) throw conflict('diary_meeting_changed');
		if (sitting) await markSitting(tx, sitting.id, londonMidnight(heldOn));
		if (following)
			return applyChange(core, tx, actor, meetingId, {
				kind: 'go_on',
				scheduledAt: following.scheduledAt
			});
		await keepChair(tx, row.id);
		await applyChange(core, tx, actor, meetingId, { kind: 'hold', heldOn });
	});
}

/** Who chaired it chaired it, whoever is allocated later. */
async function keepChair(tx: Tx, meetingId: string): Promise<void> {
	const { meetings, meetingYoungPeople, youngPeople } = tx.tables;
	const rows = await tx
		.selectDistinct({ chairId: meetings.chairId, officerId: youngPeople.officerId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(eq(meetings.id, meetingId));
	const [only] = rows;
	if (rows.length === 1 && only && only.chairId === null)
		await tx.update(meetings).set({ chairId: only.officerId }).where(eq(meetings.id, meetingId));
}

/** It was not held after all, or its last part was not. @throws Refusal conflict `diary_recorded` once others were told */
export function undoHold(core: Core, actor: Actor, meetingId: string): Promise<void> {
	return core.database.inTransaction(async (tx) => {
		const { row } = await changeable(core, tx, actor, meetingId);
		if (row.decisionsSentOn !== null || row.recordSentOn !== null) throw conflict('diary_recorded');
		const held = (await sittingsOf(tx, [meetingId])).filter(({ heldAt }) => heldAt !== null);
		const last = held.at(-1);
		if (row.heldOn === null && !last) return;
		if (last) await markSitting(tx, last.id, null);
		if (row.heldOn !== null)
			await applyChange(core, tx, actor, meetingId, { kind: 'hold', heldOn: null });
		if (last && last.scheduledAt !== row.scheduledAt)
			await applyChange(core, tx, actor, meetingId, {
				kind: 'go_on',
				scheduledAt: last.scheduledAt
			});
	});
}

/** Calls it off, for good. What was sent for it goes to the next one. */
export function cancelMeeting(core: Core, actor: Actor, meetingId: string): Promise<void> {
	return core.database.inTransaction(async (tx) => {
		const { row, standings } = await findMeeting(core, tx, actor, meetingId);
		demandOfStaff('meeting.change', actor, standings);
		if (row.cancelledAt !== null) return;
		if (row.heldOn !== null) throw conflict('diary_already_held');
		await applyChange(core, tx, actor, meetingId, { kind: 'cancel' });
	});
}
