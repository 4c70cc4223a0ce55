import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { saidSomething } from '../../forms/check.ts';
import type { Form } from '../../forms/definition.ts';
import { answersToSend } from '../../forms/flow.ts';
import type { Translator } from '../../language/translator.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import { chooseMeeting, runningMeetings } from '../../meetings/linking.ts';
import { demandOwn, type Actor, type YoungPersonActor } from '../access.ts';
import { atOneInstant, type Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { answersOf, deleteDraft, draftOf, readDraft } from '../drafts/draft-contents.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { sendKey } from '../ids.ts';
import { meetingsOf, type MeetingRow } from '../meetings/meeting-rows.ts';
import { settle } from '../meetings/settle.ts';
import { meetingNoticesSeen, tell, type Notice } from '../notices/notices.ts';
import { factsFrom, youngPersonOf } from '../people/facts.ts';
import { managerIds } from '../people/managers.ts';
import { raiseRequests } from '../requests/raise.ts';
import { keepThemes } from '../themes/suggest.ts';
import { endTogether } from '../together/together-rows.ts';
import { keepBarred } from './barred.ts';
import { currentMeeting } from './current-meeting.ts';
import type { NewStatement } from './being-sent.ts';
import { keepAudience, keepWords, raiseAlerts } from './new-statement.ts';
import { findStatement } from './standings.ts';
import type { MeetingView } from './views.ts';

export interface Sent {
	readonly statementId: string;
	/** It had been sent before: a second tap, a retry, a replay. */
	readonly again: boolean;
	/** The meeting it is linked to; null while it waits. */
	readonly meeting: MeetingView | null;
}

/** What sending needs beside the core. */
export interface Sending {
	readonly translator: (tag: string) => Translator;
	readonly formOf: (id: string) => Form | undefined;
}

const request = v.object({
	formId: v.string(),
	sendKey,
	meetingId: v.optional(v.pipe(v.string(), v.uuid()))
});

/**
 * Sends the open draft of a form, once, however often it is asked with the same key. All of it is kept, or nothing.
 * @throws Refusal conflict `choose_meeting` with `meetingIds` when two kinds of meeting fit and none was chosen;
 *   invalid `nothing_to_send`; conflict `draft_changed` when the draft is not the one that was checked; conflict
 *   `form_kept` for a form that is never sent
 */
export async function send(
	core: Core,
	{ translator, formOf }: Sending,
	actor: Actor,
	input: v.InferInput<typeof request>
): Promise<Sent> {
	demandOwn('statement.send', actor);
	const parsed = v.safeParse(request, input);
	const form = parsed.success ? formOf(parsed.output.formId) : undefined;
	if (!parsed.success || !form) throw notFound();
	const { formId, sendKey: key, meetingId } = parsed.output;
	if (actor.only && actor.only.formId !== formId) throw notFound();
	if (form.goesTo === 'kept') throw conflict('form_kept');

	return core.database.inTransaction(async (tx) => {
		// One instant for all of it: a meeting may begin between two looks at the clock.
		const at = atOneInstant(core);
		const before = await sentBefore(at, tx, actor.id, key);
		if (before) return before;
		const statement = await takeDraft(at, tx, actor, form, key);
		const { kinds, running } = await meetingsToGoTo(at, tx, form, actor.id, meetingId);
		const aboutMeetingId = form.looksBack ? await lastHeld(tx, actor.id) : null;

		const { protects } = await keepWords(at, tx, translator, statement, { kinds, aboutMeetingId });
		const barred = await keepBarred(at, tx, translator, statement);
		if (aboutMeetingId !== null) {
			const of = { youngPersonId: actor.id, meetingId: aboutMeetingId };
			await meetingNoticesSeen(tx, of, 'how_was_it', at.now());
		}
		await keepAudience(at, tx, statement, barred);
		await at.audit.record(tx, {
			action: 'statement.sent',
			actor,
			youngPersonId: actor.id,
			subject: { kind: 'statement', id: statement.id },
			detail: { formId, formVersion: form.version }
		});
		await settle(at, tx, { youngPersonIds: [actor.id], actor, sentId: statement.id });
		await raiseRequests(at, tx, statement);
		const { id, answers } = statement;
		await keepThemes(at, tx, [{ id, formId: form.id, sentAt: at.now(), answers }]);
		const untold = [
			...lateFor(running, statement),
			...(await forFirstReader(tx, statement, protects, barred))
		];
		await tell(tx, untold, at.now());
		await raiseAlerts(at, tx, statement);
		await deleteDraft(tx, statement.draft.draftId);
		if (actor.only) await endTogether(at, tx, actor, actor.only.togetherId);
		const meeting = await currentMeeting(at, tx, statement.id);
		// Who has said something is not asked to any more.
		if (meeting) {
			const of = { youngPersonId: actor.id, meetingId: meeting.id };
			await meetingNoticesSeen(tx, of, 'invited', at.now());
		}
		return { statementId: statement.id, again: false, meeting };
	});
}

/** What is to be sent, as it was checked. */
async function takeDraft(
	core: Core,
	tx: Tx,
	actor: YoungPersonActor,
	form: Form,
	key: string
): Promise<NewStatement> {
	const draft = await readDraft(core, tx, draftOf(actor, form.id));
	if (!draft) throw invalid('nothing_to_send');
	if (draft.sendKey !== key) throw conflict('draft_changed');
	const { row, profile, keys } = await youngPersonOf(core, tx, actor.id);
	const facts = await factsFrom(core, tx, row, profile);
	const answers = answersToSend(form, draft.face, answersOf(draft), facts);
	if (!saidSomething(answers)) throw invalid('nothing_to_send');
	return { id: randomUUID(), author: actor, keyId: row.keyId, keys, form, draft, answers, facts };
}

/** For the chairs of meetings that have begun: this one came too late for them. */
function lateFor(running: readonly MeetingRow[], { id, author }: NewStatement): Notice[] {
	return running.flatMap((meeting) =>
		meeting.chairId === null
			? []
			: {
					to: { staffId: meeting.chairId, kind: 'sent_after_start' as const },
					about: author.id,
					statementId: id,
					meetingId: meeting.id
				}
	);
}

/**
 * For who gets it first: that an answer must not be told as coming from its author, before anything goes out. With
 * nobody who could open it, the managers are told, who can name somebody.
 */
async function forFirstReader(
	tx: Tx,
	{ id, author }: NewStatement,
	protects: boolean,
	barred: ReadonlySet<string>
): Promise<Notice[]> {
	const { row, firstReaderId } = await findStatement(tx, author, id);
	if (row.goesTo === 'handler') return [];
	const about = { about: author.id, statementId: id };
	if (firstReaderId !== null && !barred.has(firstReaderId))
		return protects ? [{ to: { staffId: firstReaderId, kind: 'must_not_tell' }, ...about }] : [];
	return (await managerIds(tx))
		.filter((staffId) => !barred.has(staffId))
		.map((staffId) => ({ to: { staffId, kind: 'no_reader' }, ...about }));
}

/** The statement of this key. @throws Refusal `not_found` when somebody else sent it */
async function sentBefore(
	core: Core,
	tx: Tx,
	youngPersonId: string,
	key: string
): Promise<Sent | null> {
	const { statements } = tx.tables;
	const [found] = await tx
		.select({ id: statements.id, youngPersonId: statements.youngPersonId })
		.from(statements)
		.where(eq(statements.sendKey, key));
	if (!found) return null;
	if (found.youngPersonId !== youngPersonId) throw notFound();
	return {
		statementId: found.id,
		again: true,
		meeting: await currentMeeting(core, tx, found.id)
	};
}

/** The meeting of theirs that was held last. */
async function lastHeld(tx: Tx, youngPersonId: string): Promise<string | null> {
	const held = (await meetingsOf(tx, youngPersonId)).filter(({ heldOn }) => heldOn !== null);
	const last = held.toSorted((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? '')).at(-1);
	return last?.id ?? null;
}

/** The kinds of meeting it keeps to, and those of them that have begun. */
async function meetingsToGoTo(
	core: Core,
	tx: Tx,
	form: Form,
	youngPersonId: string,
	chosenId: string | undefined
): Promise<{ kinds: readonly MeetingKind[]; running: MeetingRow[] }> {
	if (!form.meetings) return { kinds: [], running: [] };
	const meetings = await meetingsOf(tx, youngPersonId);
	if (chosenId !== undefined && !meetings.some(({ id: known }) => known === chosenId))
		throw notFound();
	const choice = chooseMeeting(form.meetings, meetings, core.now(), chosenId);
	if (choice.outcome === 'ask')
		throw conflict('choose_meeting', { meetingIds: choice.meetings.map(({ id: one }) => one) });
	return { kinds: choice.kinds, running: runningMeetings(choice.kinds, meetings, core.now()) };
}
