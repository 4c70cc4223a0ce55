import { and, eq } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { meetingClocks, type MeetingClock } from '../../meetings/clocks.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import type { MeetingsRow } from '../meetings/standings.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { standingOf } from './agreeing.ts';
import { chairedMeeting, progressOf, type Progress } from './chaired.ts';
import { chairIds } from './chairs.ts';
import { decisionsOf } from './decisions.ts';
import { outcomeView, staffOf } from './outcome.ts';
import { participationOf } from './participation.ts';
import { suggestions } from './points.ts';
import { undecidedOf } from './sending.ts';
import type { AfterView, PointSuggestion } from './views.ts';

/**
 * What is to be done after a meeting, for one of its young people: the first where none is asked for. What they sent is
 * opened for it, so that they see by whom.
 */
export async function afterMeeting(
	core: Core,
	actor: Actor,
	input: { readonly meetingId: string; readonly youngPersonId: string | null }
): Promise<AfterView> {
	const { read } = core.database;
	const { meetingId } = input;
	const first = await chairedMeeting(core, read, actor, 'meeting.decide', meetingId);
	const youngPersonId = input.youngPersonId ?? first.youngPersonIds[0];
	if (youngPersonId === undefined || !first.youngPersonIds.includes(youngPersonId))
		throw notFound();
	const of = { meetingId, youngPersonId };
	const raised = await suggestions(core, actor, of);
	return core.database.inTransaction((tx) => viewOf(core, tx, actor, of, raised));
}

async function viewOf(
	core: Core,
	tx: Parameters<Parameters<Core['database']['inTransaction']>[0]>[0],
	actor: Actor,
	of: { readonly meetingId: string; readonly youngPersonId: string },
	raised: readonly PointSuggestion[]
): Promise<AfterView> {
	const { meetingId, youngPersonId } = of;
	const chaired = await chairedMeeting(core, tx, actor, 'meeting.decide', meetingId);
	if (!chaired.youngPersonIds.includes(youngPersonId)) throw notFound();
	const { row, youngPersonIds } = chaired;
	const progress = await progressOf(tx, meetingId, core.now());
	const decisions = await decisionsOf(core, tx, of);
	const people = await youngPeopleByIds(core, tx, youngPersonIds);
	const chairs = await chairIds(tx, meetingId);
	const names = await staffByIds(core, tx, chairs);
	const { ageOnDay, ...participation } = await participationOf(core, tx, row, of);
	const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' });
	const record = await recordRow(tx, of);
	await core.audit.record(tx, {
		action: 'decisions.read',
		actor,
		youngPersonId,
		subject: { kind: 'meeting', id: meetingId }
	});
	return {
		meeting: meetingView(meetingRow(row, chairs[0] ?? null), names, core.now()),
		youngPerson: { ...named(youngPersonId), ageOnDay },
		others: youngPersonIds.filter((id) => id !== youngPersonId).map(named),
		clocks: await clocksOf(core, tx, row, progress, of),
		outcome: await outcomeView(core, tx, chaired, progress.outcome),
		participation,
		suggestions: raised,
		decisions,
		undecided: await undecidedOf(tx, meetingId),
		standing: await standingOf(core, tx, progress),
		mayChange:
			row.cancelledAt === null && (progress.state === 'open' || progress.state === 'objected'),
		staff: await ownersOf(core, tx, row, of.youngPersonId, decisions),
		record: { begun: record !== null, sentAt: record?.sentAt ?? null }
	};
}

/** Those who work with the young person, and whoever owns something already. */
async function ownersOf(
	core: Core,
	queries: Queries,
	row: MeetingsRow,
	youngPersonId: string,
	decisions: AfterView['decisions']
): Promise<AfterView['staff']> {
	const around = await staffOf(core, queries, row, [youngPersonId]);
	const known = new Set(around.map(({ id }) => id));
	const owners = decisions.flatMap(({ owner }) =>
		owner?.staffId && !known.has(owner.staffId) ? [{ id: owner.staffId, name: owner.name }] : []
	);
	return [...around, ...new Map(owners.map((owner) => [owner.id, owner])).values()];
}

/** Each clock on its own; the record's and the letter's are of this young person. */
async function clocksOf(
	core: Core,
	queries: Queries,
	row: MeetingsRow,
	{ outcome, objections }: Progress,
	of: { readonly meetingId: string; readonly youngPersonId: string }
): Promise<MeetingClock[]> {
	const record = await recordRow(queries, of);
	const letter = await letterRow(queries, of);
	const dateOf = (at: number | null | undefined) => (at ? londonDate(at) : null);
	const objectedAt = objections.find(({ answeredAt }) => answeredAt === null)?.createdAt ?? null;
	return meetingClocks(
		{
			heldOn: row.heldOn,
			scheduledAt: row.scheduledAt,
			minutes: row.minutes,
			outcomeDoneAt: outcome?.completedAt ?? null,
			decisionsSentOn: row.decisionsSentOn,
			objectUntil: outcome?.objectUntil ?? null,
			objectionEndedAt: outcome?.finalAt ?? objectedAt,
			recordSentOn: dateOf(record?.sentAt) ?? row.recordSentOn,
			letterSentOn: dateOf(letter?.sentAt)
		},
		{
			now: core.now(),
			limits: await readLimits(queries),
			extraDays: await readExtraDays(queries)
		}
	);
}

async function recordRow(
	queries: Queries,
	of: { readonly meetingId: string; readonly youngPersonId: string }
) {
	const { records } = queries.tables;
	const [found = null] = await queries
		.select({ sentAt: records.sentAt })
		.from(records)
		.where(and(eq(records.meetingId, of.meetingId), eq(records.youngPersonId, of.youngPersonId)));
	return found;
}

async function letterRow(
	queries: Queries,
	of: { readonly meetingId: string; readonly youngPersonId: string }
) {
	const { letters } = queries.tables;
	const [found = null] = await queries
		.select({ sentAt: letters.sentAt })
		.from(letters)
		.where(and(eq(letters.meetingId, of.meetingId), eq(letters.youngPersonId, of.youngPersonId)));
	return found;
}
