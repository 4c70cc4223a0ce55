import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import { cleanText } from '../../forms/clean.ts';
import { londonDate } from '../../language/dates.ts';
import { objectUntil } from '../../meetings/clocks.ts';
import type { Actor, StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import type { MeetingsRow } from '../meetings/standings.ts';
import { tell } from '../notices/notices.ts';
import { managerIds } from '../people/managers.ts';
import { chairedMeeting, progressOf, type OutcomeRow } from './chaired.ts';
import { keepOutcome } from './outcome.ts';
import { objectionPlace } from './places.ts';
import { MOST_WORDS } from './points.ts';

/**
 * Hands the decisions of a meeting to the managers, who may object until the window ends. Once they are with them,
 * sending again changes nothing.
 * @throws Refusal conflict `after_not_held`, `after_undecided` while a point has no outcome, `after_nothing_decided`,
 *   `after_objected`, `after_final`, `after_cancelled`
 */
export async function sendToManagers(core: Core, actor: Actor, meetingId: string): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const chaired = await chairedMeeting(core, tx, actor, 'meeting.decide', meetingId);
		const { row } = chaired;
		if (row.cancelledAt !== null) throw conflict('after_cancelled');
		if (row.heldOn === null) throw conflict('after_not_held');
		const { outcome, state } = await progressOf(tx, meetingId, core.now());
		if (state === 'sent') return;
		if (state === 'final') throw conflict('after_final');
		if (state === 'objected') throw conflict('after_objected');
		await demandDecided(tx, meetingId);
		await openWindow(core, tx, chaired.actor, row, outcome);
		await record(core, tx, actor, meetingId, 'decisions.sent');
	});
}

/**
 * Takes the decisions back from the managers, to change them: they are to be sent again. Where nobody ever objected,
 * they count as not sent.
 * @throws Refusal conflict `after_final`, `after_objected`
 */
export async function takeBack(core: Core, actor: Actor, meetingId: string): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		await chairedMeeting(core, tx, actor, 'meeting.decide', meetingId);
		const { outcome, objections, state } = await progressOf(tx, meetingId, core.now());
		if (state === 'open') return;
		if (state === 'final') throw conflict('after_final');
		if (state === 'objected') throw conflict('after_objected');
		await keepOutcome(core, tx, meetingId, outcome, { decisionsSentAt: null, objectUntil: null });
		const { meetings } = tx.tables;
		if (objections.length === 0)
			await tx.update(meetings).set({ decisionsSentOn: null }).where(eq(meetings.id, meetingId));
		await putAway(core, tx, meetingId, ['decisions_to_agree']);
		await record(core, tx, actor, meetingId, 'decisions.taken_back');
	});
}

/**
 * Answers every objection that waits, and sends the decisions again, as they stand now: the window begins anew.
 * @throws Refusal invalid `after_answer_missing`, `answer_too_long`; conflict `after_undecided`, `after_final`
 */
export async function answerObjections(
	core: Core,
	actor: Actor,
	input: { readonly meetingId: string; readonly words: string }
): Promise<void> {
	const { meetingId } = input;
	const words = cleanText(input.words);
	if (words === '') throw invalid('after_answer_missing');
	if (words.length > MOST_WORDS) throw invalid('answer_too_long', { most: MOST_WORDS });
	await core.database.inTransaction(async (tx) => {
		const chaired = await chairedMeeting(core, tx, actor, 'meeting.decide', meetingId);
		const { outcome, objections, state } = await progressOf(tx, meetingId, core.now());
		// Answered before: the same page was sent twice.
		if (state === 'sent') return;
		if (state === 'final') throw conflict('after_final');
		if (state === 'open') throw conflict('after_changed');
		await demandDecided(tx, meetingId);
		const { council, councilKeyId } = core.vault;
		for (const { id } of objections.filter(({ answeredAt }) => answeredAt === null))
			await tx
				.update(tx.tables.objections)
				.set({
					answerSealed: council.sealText(councilKeyId, objectionPlace(id, 'answer'), words),
					answeredByStaffId: chaired.actor.id,
					answeredAt: core.now()
				})
				.where(eq(tx.tables.objections.id, id));
		await openWindow(core, tx, chaired.actor, chaired.row, outcome);
		await putAway(core, tx, meetingId, ['decisions_objected']);
		await record(core, tx, actor, meetingId, 'decisions.answered');
	});
}

/** How many points of a meeting nothing was decided about. */
export async function undecidedOf(queries: Queries, meetingId: string): Promise<number> {
	const { decisions } = queries.tables;
	const [counted] = await queries
		.select({ total: count() })
		.from(decisions)
		.where(and(eq(decisions.meetingId, meetingId), isNull(decisions.outcome)));
	return Number(counted?.total ?? 0);
}

async function demandDecided(tx: Tx, meetingId: string): Promise<void> {
	const undecided = await undecidedOf(tx, meetingId);
	if (undecided > 0) throw conflict('after_undecided', { points: undecided });
	const { decisions } = tx.tables;
	const [any] = await tx
		.select({ id: decisions.id })
		.from(decisions)
		.where(eq(decisions.meetingId, meetingId))
		.limit(1);
	if (!any) throw conflict('after_nothing_decided');
}

/** The window runs from this sending; when decisions were sent stays the day they first were. */
async function openWindow(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	row: MeetingsRow,
	outcome: OutcomeRow | null
): Promise<void> {
	const now = core.now();
	const until = objectUntil(now, await readLimits(tx), await readExtraDays(tx));
	await keepOutcome(core, tx, row.id, outcome, { decisionsSentAt: now, objectUntil: until });
	const { meetings } = tx.tables;
	if (row.decisionsSentOn === null)
		await tx
			.update(meetings)
			.set({ decisionsSentOn: londonDate(now) })
			.where(eq(meetings.id, row.id));
	const managers = (await managerIds(tx)).filter((id) => id !== actor.id);
	await tell(
		tx,
		managers.map((staffId) => ({
			to: { staffId, kind: 'decisions_to_agree' },
			meetingId: row.id,
			byStaffId: actor.id
		})),
		now
	);
}

/** What staff were told of a meeting's decisions is done with. */
export async function putAway(
	core: Core,
	tx: Tx,
	meetingId: string,
	kinds: readonly ('decisions_to_agree' | 'decisions_objected')[]
): Promise<void> {
	const { notices } = tx.tables;
	await tx
		.update(notices)
		.set({ seenAt: core.now() })
		.where(
			and(
				eq(notices.meetingId, meetingId),
				inArray(notices.kind, [...kinds]),
				isNull(notices.seenAt)
			)
		);
}

async function record(
	core: Core,
	tx: Tx,
	actor: Actor,
	meetingId: string,
	action: 'decisions.sent' | 'decisions.taken_back' | 'decisions.answered'
): Promise<void> {
	await core.audit.record(tx, { action, actor, subject: { kind: 'meeting', id: meetingId } });
}
