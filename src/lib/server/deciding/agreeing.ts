import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import { actsFor, demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { isId, sendKey } from '../ids.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { tell } from '../notices/notices.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { progressOf, type Progress } from './chaired.ts';
import { chairIds } from './chairs.ts';
import { decisionsWhere } from './decisions.ts';
import { makeFinal } from './final.ts';
import { openOutcome } from './outcome.ts';
import { objectionPlace } from './places.ts';
import { MOST_WORDS } from './points.ts';
import { putAway } from './sending.ts';
import type { DecisionsStanding, DecisionsView } from './views.ts';

/** The decisions of a meeting as a manager reads them: what was decided, and no statement. */
export function readDecisions(core: Core, actor: Actor, meetingId: string): Promise<DecisionsView> {
	return core.database.inTransaction(async (tx) => {
		demandOfStaff('decisions.agree', actor);
		const { row, progress } = await sentMeeting(core, tx, meetingId);
		const { decisions } = tx.tables;
		const all = await decisionsWhere(core, tx, eq(decisions.meetingId, meetingId));
		const ids = [...new Set(all.map(({ youngPersonId }) => youngPersonId))];
		const people = await youngPeopleByIds(core, tx, ids);
		const chairs = await chairIds(tx, meetingId);
		const staff = await staffByIds(core, tx, chairs);
		for (const youngPersonId of ids)
			await core.audit.record(tx, {
				action: 'decisions.read',
				actor,
				youngPersonId,
				subject: { kind: 'meeting', id: meetingId }
			});
		const { state } = progress;
		return {
			...(await standingOf(core, tx, progress)),
			meeting: meetingView(meetingRow(row, chairs[0] ?? null), staff, core.now()),
			heldOn: row.heldOn,
			planChange: progress.outcome && openOutcome(core, progress.outcome).planChange,
			youngPeople: ids.map((id) => ({
				id,
				name: people.get(id)?.name ?? '',
				decisions: all.filter(({ youngPersonId }) => youngPersonId === id)
			})),
			mayObject: state === 'sent' || state === 'objected',
			mayAgree: state === 'sent' && !chairs.some((id) => actsFor(actor).includes(id))
		};
	});
}

const objecting = v.object({
	meetingId: v.string(),
	sendKey,
	words: v.pipe(v.string(), v.transform(cleanText))
});

/**
 * A manager does not agree: the decisions go back to their chair. Sent once more with the same key, it is one objection.
 * @throws Refusal invalid `after_objection_missing`, `answer_too_long`; conflict `after_final` when the window is over
 */
export async function object(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof objecting>
): Promise<void> {
	demandOfStaff('decisions.agree', actor);
	const parsed = v.safeParse(objecting, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { meetingId, sendKey: key, words } = parsed.output;
	if (words === '') throw invalid('after_objection_missing');
	if (words.length > MOST_WORDS) throw invalid('answer_too_long', { most: MOST_WORDS });
	await core.database.inTransaction(async (tx) => {
		const { progress } = await sentMeeting(core, tx, meetingId);
		const { objections } = tx.tables;
		const [before] = await tx
			.select({ id: objections.id })
			.from(objections)
			.where(eq(objections.sendKey, key));
		if (before) return;
		if (progress.state === 'final') throw conflict('after_final');
		const id = randomUUID();
		const now = core.now();
		const { council, councilKeyId } = core.vault;
		await tx.insert(objections).values({
			id,
			meetingId,
			sendKey: key,
			wordsSealed: council.sealText(councilKeyId, objectionPlace(id, 'words'), words),
			byStaffId: actor.id,
			createdAt: now
		});
		await putAway(core, tx, meetingId, ['decisions_to_agree']);
		const chairs = await chairIds(tx, meetingId);
		await tell(
			tx,
			chairs.map((staffId) => ({
				to: { staffId, kind: 'decisions_objected' },
				meetingId,
				byStaffId: actor.id
			})),
			now
		);
		await core.audit.record(tx, {
			action: 'decisions.objected',
			actor,
			subject: { kind: 'meeting', id: meetingId },
			detail: { objectionId: id }
		});
	});
}

/**
 * A manager agrees before the window ends: the decisions are final. Nobody agrees to what they decided themselves.
 * @throws Refusal conflict `after_objected`, `after_own_decisions`
 */
export async function agree(core: Core, actor: Actor, meetingId: string): Promise<void> {
	demandOfStaff('decisions.agree', actor);
	await core.database.inTransaction(async (tx) => {
		const { progress } = await sentMeeting(core, tx, meetingId);
		if ((progress.outcome?.finalAt ?? null) !== null) return;
		if (progress.state === 'objected') throw conflict('after_objected');
		const chairs = await chairIds(tx, meetingId);
		if (chairs.some((id) => actsFor(actor).includes(id))) throw conflict('after_own_decisions');
		await makeFinal(core, tx, actor, meetingId, core.now());
	});
}

/** A meeting whose decisions are, or were, with the managers. @throws Refusal `not_found` */
async function sentMeeting(core: Core, tx: Tx, meetingId: string) {
	if (!isId(meetingId)) throw notFound();
	const { meetings } = tx.tables;
	const [row] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
	const progress = await progressOf(tx, meetingId, core.now());
	if (!row || progress.state === 'open') throw notFound();
	return { row, progress };
}

/** How far they are, with what managers and the chair wrote to each other. */
export async function standingOf(
	core: Core,
	queries: Queries,
	{ outcome, objections, state }: Progress
): Promise<DecisionsStanding> {
	const { council, councilKeyId } = core.vault;
	const staff = await staffByIds(
		core,
		queries,
		objections.flatMap(({ byStaffId, answeredByStaffId }) => [
			byStaffId,
			...(answeredByStaffId === null ? [] : [answeredByStaffId])
		])
	);
	const nameOf = (id: string | null) => staff.get(id ?? '')?.name ?? '';
	return {
		state,
		sentAt: outcome?.decisionsSentAt ?? null,
		objectUntil: outcome?.objectUntil ?? null,
		finalAt: state === 'final' ? (outcome?.finalAt ?? outcome?.objectUntil ?? null) : null,
		objections: objections.map((row) => ({
			id: row.id,
			by: nameOf(row.byStaffId),
			words: council.openText(councilKeyId, objectionPlace(row.id, 'words'), row.wordsSealed),
			at: row.createdAt,
			answer:
				row.answerSealed === null || row.answeredAt === null
					? null
					: {
							words: council.openText(
								councilKeyId,
								objectionPlace(row.id, 'answer'),
								row.answerSealed
							),
							by: nameOf(row.answeredByStaffId),
							at: row.answeredAt
						}
		}))
	};
}
