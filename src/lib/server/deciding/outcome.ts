import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import { londonDate } from '../../language/dates.ts';
import { isDate } from '../../meetings/meeting-times.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { changeMeeting } from '../meetings/change.ts';
import type { MeetingsRow } from '../meetings/standings.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { chairedMeeting, progressOf, type Chaired, type OutcomeRow } from './chaired.ts';
import { holdUnlessHeld } from './held.ts';
import { outcomePlace } from './places.ts';
import { MOST_WORDS } from './points.ts';
import type { Outcome, OutcomeView } from './views.ts';

const date = v.pipe(v.string(), v.check(isDate));
const completing = v.object({
	meetingId: v.string(),
	version: v.pipe(v.number(), v.integer()),
	/** London date. */
	heldOn: v.union([v.literal(''), date]),
	/** Who was there, a line each. */
	present: v.pipe(v.string(), v.transform(cleanText)),
	planChange: v.nullable(v.picklist(['yes', 'no'])),
	nextBy: v.union([v.literal(''), date])
});

/**
 * Completes the outcome form, and says with it that the meeting was held: nothing else begins by that. It can be put
 * right until the decisions are with the managers.
 * @throws Refusal invalid `after_held_on_missing`, `after_held_on_wrong`, `after_date_wrong`, `after_plan_missing`,
 *   `answer_too_long`; conflict `after_series`, `after_changed`, `after_sent`, `after_final`, `after_cancelled`
 */
export async function completeOutcome(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof completing>
): Promise<void> {
	const parsed = v.safeParse(completing, input);
	if (!parsed.success) throw invalid('after_date_wrong');
	const { meetingId, version, heldOn, ...said } = parsed.output;
	if (heldOn === '') throw invalid('after_held_on_missing');
	if (heldOn > londonDate(core.now())) throw invalid('after_held_on_wrong');
	if (said.planChange === null) throw invalid('after_plan_missing');
	if (said.present.length > MOST_WORDS) throw invalid('answer_too_long', { most: MOST_WORDS });
	const outcome: Outcome = { ...said, nextBy: said.nextBy || null };
	await holdUnlessHeld(core, actor, { meetingId, heldOn });

	await core.database.inTransaction(async (tx) => {
		const { row } = await chairedMeeting(core, tx, actor, 'meeting.decide', meetingId);
		if (row.cancelledAt !== null) throw conflict('after_cancelled');
		const progress = await progressOf(tx, meetingId, core.now());
		const before = progress.outcome;
		if ((before?.version ?? 0) !== version) {
			// The same page sent twice has done it once.
			const same = before && row.heldOn === heldOn && isSame(openOutcome(core, before), outcome);
			if (same) return;
			throw conflict('after_changed');
		}
		const again = before !== null && before.completedAt !== null;
		if (again && progress.state === 'final') throw conflict('after_final');
		if (again && progress.state === 'sent') throw conflict('after_sent');
		if (row.heldOn !== heldOn)
			await changeMeeting(core, tx, actor, meetingId, { kind: 'hold', heldOn });
		await keepOutcome(core, tx, meetingId, before, {
			outcomeSealed: sealOutcome(core, meetingId, outcome),
			completedAt: before?.completedAt ?? core.now(),
			byStaffId: actor.id,
			version: version + 1
		});
		await core.audit.record(tx, {
			action: 'outcome.completed',
			actor,
			subject: { kind: 'meeting', id: meetingId },
			detail: { version: version + 1 }
		});
	});
}

const isSame = (one: Outcome, other: Outcome): boolean =>
	one.present === other.present &&
	one.planChange === other.planChange &&
	one.nextBy === other.nextBy;

const EMPTY: Outcome = { present: '', planChange: null, nextBy: null };

/** Writes the row of a meeting, whether or not it has one yet. */
export async function keepOutcome(
	core: Core,
	tx: Tx,
	meetingId: string,
	before: OutcomeRow | null,
	change: Partial<Omit<OutcomeRow, 'meetingId' | 'updatedAt'>>
): Promise<void> {
	const { meetingOutcomes } = tx.tables;
	const updatedAt = core.now();
	if (before)
		await tx
			.update(meetingOutcomes)
			.set({ ...change, updatedAt })
			.where(eq(meetingOutcomes.meetingId, meetingId));
	else
		await tx.insert(meetingOutcomes).values({
			outcomeSealed: sealOutcome(core, meetingId, EMPTY),
			version: 0,
			...change,
			meetingId,
			updatedAt
		});
}

function sealOutcome({ vault }: Core, meetingId: string, outcome: Outcome): Buffer {
	return vault.council.sealJson(vault.councilKeyId, outcomePlace(meetingId), outcome);
}

export function openOutcome({ vault }: Core, row: OutcomeRow): Outcome {
	const place = outcomePlace(row.meetingId);
	return vault.council.openJson<Outcome>(vault.councilKeyId, place, row.outcomeSealed);
}

/** As it was completed; before that, with who was expected, so that nobody types a name twice. */
export async function outcomeView(
	core: Core,
	queries: Queries,
	chaired: Chaired,
	before: OutcomeRow | null
): Promise<OutcomeView> {
	const { row } = chaired;
	const said =
		before !== null && before.completedAt !== null
			? openOutcome(core, before)
			: { ...EMPTY, present: await expected(core, queries, chaired) };
	return {
		...said,
		heldOn: row.heldOn ?? plannedDay(core, row),
		completedAt: before?.completedAt ?? null,
		version: before?.version ?? 0
	};
}

/** The day it was planned for, once that has come. */
function plannedDay(core: Core, row: MeetingsRow): string | null {
	if (row.scheduledAt === null || row.scheduledAt > core.now()) return null;
	return londonDate(row.scheduledAt);
}

async function expected(core: Core, queries: Queries, chaired: Chaired): Promise<string> {
	const { row, youngPersonIds } = chaired;
	const people = await youngPeopleByIds(core, queries, youngPersonIds);
	const staff = await staffOf(core, queries, row, youngPersonIds);
	return [...[...people.values()].map(({ name }) => name), ...staff.map(({ name }) => name)].join(
		'\n'
	);
}

/** Who works with these young people or is invited: who may have been there, and may own what was decided. */
export async function staffOf(
	core: Core,
	queries: Queries,
	row: MeetingsRow,
	youngPersonIds: readonly string[]
): Promise<{ readonly id: string; readonly name: string }[]> {
	const { youngPeople, meetingGuests } = queries.tables;
	const people = await queries
		.select({ officerId: youngPeople.officerId, socialWorkerId: youngPeople.socialWorkerId })
		.from(youngPeople)
		.where(and(inArray(youngPeople.id, [...youngPersonIds])));
	const guests = await queries
		.select({ staffId: meetingGuests.staffId })
		.from(meetingGuests)
		.where(eq(meetingGuests.meetingId, row.id));
	const ids = [
		row.chairId,
		...people.flatMap(({ officerId, socialWorkerId }) => [
			row.chairId === null ? officerId : null,
			socialWorkerId
		]),
		...guests.map(({ staffId }) => staffId)
	].flatMap((id) => id ?? []);
	const staff = await staffByIds(core, queries, ids);
	return [...new Set(ids)].flatMap((id) => {
		const found = staff.get(id);
		return found?.active ? [{ id, name: found.name }] : [];
	});
}
