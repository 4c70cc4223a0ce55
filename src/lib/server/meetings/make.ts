import { and, eq, inArray, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import { CONFERENCES, meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import { actsFor, demand, demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { standingsTowards } from '../people/standings.ts';
import { applyChange } from './change.ts';
import { dueByOf } from './due-by.ts';
import { inviteGuests } from './guests.ts';
import { parsed, plannedFrom, toMake, type MeetingPlanned } from './meeting-input.ts';
import { sealPlace } from './place.ts';
import { settle } from './settle.ts';
import { planSittings } from './sittings.ts';
import { findMeeting } from './standings.ts';

export type NewMeeting = v.InferInput<typeof toMake>;

/**
 * Plans a meeting for young people whose officer one is, or puts one on record that has been. What waits for a meeting
 * of its kind goes to it.
 * @throws Refusal invalid `diary_…`, conflict `diary_already_planned`
 */
export async function makeMeeting(core: Core, actor: Actor, input: NewMeeting): Promise<string> {
	demandOfStaff('desk.open', actor);
	const form = parsed(toMake, input);
	return core.database.inTransaction(async (tx) => {
		const { kind, meetingId, held } = form;
		const before =
			form.afterId === undefined ? null : await findMeeting(core, tx, actor, form.afterId);
		const chairId = await chairOf(tx, actor, form, before);
		const [there] = await tx
			.select()
			.from(tx.tables.meetings)
			.where(eq(tx.tables.meetings.id, meetingId));
		if (there) {
			demand('meeting.change', (await findMeeting(core, tx, actor, meetingId)).standings);
			return meetingId;
		}
		const now = core.now();
		const planned = plannedFrom(form, { kind, held, keep: [], now });
		if (!held && (await isPlannedAlready(tx, kind, planned.youngPersonIds)))
			throw conflict('diary_already_planned');
		await insert(core, tx, { meetingId, kind, chairId, planned });
		for (const youngPersonId of planned.youngPersonIds)
			await core.audit.record(tx, {
				action: 'meeting.made',
				actor,
				youngPersonId,
				subject: { kind: 'meeting', id: meetingId },
				detail: { kind, held }
			});
		if (held)
			await applyChange(core, tx, actor, meetingId, {
				kind: 'hold',
				heldOn: londonDate(planned.times[0])
			});
		else await settle(core, tx, { meetingIds: [meetingId], actor });
		return meetingId;
	});
}

/**
 * Who is to chair it, having made sure that the actor may make it for every one of them.
 * @throws Refusal `not_found`
 */
async function chairOf(
	tx: Tx,
	actor: StaffActor,
	{ kind, youngPersonIds }: v.InferOutput<typeof toMake>,
	before: Awaited<ReturnType<typeof findMeeting>> | null
): Promise<string> {
	const acting = actsFor(actor);
	// Whoever chaired a conference goes on chairing: nobody else may know that the next one is due.
	const follows =
		before !== null &&
		before.row.heldOn !== null &&
		before.row.chairId !== null &&
		before.standings.includes('chair') &&
		kind === 'review_conference' &&
		CONFERENCES.includes(meetingKindOf(before.row.kind));
	if (youngPersonIds.length === 0) throw invalid('diary_nobody');
	for (const id of youngPersonIds) {
		const followed = follows && before.youngPersonIds.includes(id);
		demand('meeting.make', [
			...(await standingsTowards(tx, actor, id)),
			...(followed ? ['chair' as const] : [])
		]);
	}
	const { youngPeople } = tx.tables;
	const officers = await tx
		.select({ id: youngPeople.officerId })
		.from(youngPeople)
		.where(inArray(youngPeople.id, [...youngPersonIds]));
	const likely = [follows ? before.row.chairId : null, ...officers.map(({ id }) => id), actor.id];
	const chairId = likely.find((id) => id !== null && acting.includes(id)) ?? acting[0];
	if (chairId === undefined || chairId === null) throw notFound();
	return chairId;
}

/** One to come of its sort: two would share out what young people send between them. */
async function isPlannedAlready(
	queries: Queries,
	kind: MeetingKind,
	youngPersonIds: readonly string[]
): Promise<boolean> {
	const { meetings, meetingYoungPeople } = queries.tables;
	const [found] = await queries
		.select({ id: meetings.id })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.where(
			and(
				inArray(meetingYoungPeople.youngPersonId, [...youngPersonIds]),
				inArray(meetings.kind, CONFERENCES.includes(kind) ? [...CONFERENCES] : [kind]),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			)
		)
		.limit(1);
	return found !== undefined;
}

async function insert(
	core: Core,
	tx: Tx,
	{
		meetingId,
		kind,
		chairId,
		planned
	}: { meetingId: string; kind: MeetingKind; chairId: string; planned: MeetingPlanned }
): Promise<void> {
	const { meetings, meetingYoungPeople } = tx.tables;
	const now = core.now();
	const [scheduledAt] = planned.times;
	await tx.insert(meetings).values({
		id: meetingId,
		kind,
		scheduledAt,
		minutes: planned.minutes,
		placeSealed: planned.place && sealPlace(core, meetingId, planned.place),
		strategyOn: planned.strategyOn,
		dueBy: await dueByOf(tx, planned.youngPersonIds, {
			kind,
			day: londonDate(scheduledAt),
			strategyOn: planned.strategyOn
		}),
		chairId,
		createdAt: now
	});
	await tx
		.insert(meetingYoungPeople)
		.values(planned.youngPersonIds.map((youngPersonId) => ({ meetingId, youngPersonId })));
	await planSittings(tx, meetingId, planned.times, now);
	await inviteGuests(tx, meetingId, planned.guestIds, now);
}
