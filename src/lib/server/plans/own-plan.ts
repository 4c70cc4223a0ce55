import type { Form } from '../../forms/definition.ts';
import { answersToSend } from '../../forms/flow.ts';
import { wordingOf } from '../../forms/snapshot.ts';
import type { Translator } from '../../language/translator.ts';
import { PLAN_FORM } from '../../meetings/agenda.ts';
import { chooseMeeting } from '../../meetings/linking.ts';
import { demand, demandOwn, type Actor, type YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { answersOf, draftOf, readDraft } from '../drafts/draft-contents.ts';
import { notFound } from '../errors.ts';
import { meetingsOf, type MeetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { factsOf, youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { answersIn, wordingIn } from '../statements/own.ts';
import { findStatement } from '../statements/standings.ts';
import type { MeetingView } from '../statements/views.ts';
import { sentPlan } from './sent-plans.ts';
import { shaped, type PlanView } from './views.ts';

/** What making a plan of a draft needs beside the core. */
export interface Planning {
	readonly translator: (tag: string) => Translator;
	readonly formOf: (id: string) => Form | undefined;
}

/** What they sent for this meeting, else what would come out if the draft were sent now. */
export async function ofOwnMeeting(
	core: Core,
	planning: Planning,
	actor: Actor,
	meetingId: string
): Promise<PlanView | null> {
	demandOwn('meeting.see_own', actor);
	return core.database.inTransaction(async (tx) => {
		const meetings = await meetingsOf(tx, actor.id);
		const meeting = await viewOf(core, tx, ofTheirs(meetings, meetingId));
		const { profile } = await youngPersonOf(core, tx, actor.id);
		const about = { meeting, youngPerson: profile.knownAs };
		const sent = await sentPlan(tx, actor.id, meetingId);
		if (sent) return { ...about, ...(await ofStatement(core, tx, actor, sent)) };
		const form = planning.formOf(PLAN_FORM);
		if (!form || goesTo(form, meetings, core.now()) !== meetingId) return null;
		const draft = await ofDraft(core, tx, planning, actor, form);
		return draft && { ...about, ...draft };
	});
}

/** Their own sent plan, read again. */
async function ofStatement(
	core: Core,
	tx: Tx,
	actor: YoungPersonActor,
	sent: { readonly statementId: string; readonly sentAt: number }
) {
	const { row, keyId, standings } = await findStatement(tx, actor, sent.statementId);
	demand('plan.see', standings);
	const keys = await core.vault.unlock(tx, [keyId]);
	await core.audit.record(tx, {
		action: 'statement.read_by_author',
		actor,
		youngPersonId: actor.id,
		subject: { kind: 'statement', id: row.id },
		detail: { asPlan: true }
	});
	const from = { kind: 'statement', id: row.id, sentAt: row.sentAt } as const;
	return shaped(wordingIn(row, keyId, keys), await answersIn(tx, row, keyId, keys), from);
}

/** What would come out if the draft were sent now. */
async function ofDraft(
	core: Core,
	tx: Tx,
	{ translator }: Planning,
	actor: YoungPersonActor,
	form: Form
) {
	const draft = await readDraft(core, tx, draftOf(actor, form.id));
	if (!draft) return null;
	await core.audit.record(tx, {
		action: 'draft.read',
		actor,
		youngPersonId: actor.id,
		subject: { kind: 'draft', id: draft.draftId },
		detail: { asPlan: true }
	});
	const facts = await factsOf(core, tx, actor.id);
	const answers = answersToSend(form, draft.face, answersOf(draft), facts);
	const translators = { shown: translator(draft.language), english: translator('en') };
	const planned = Object.entries(answers).map(([questionId, answer]) => ({
		questionId,
		answer,
		chairOnly: draft.answers[questionId]?.chairOnly ?? false,
		language: draft.answers[questionId]?.language ?? draft.language
	}));
	const wording = wordingOf(form, translators, draft.face, answers, facts);
	return shaped(wording, planned, { kind: 'draft' });
}

/** @throws Refusal `not_found` */
export function ofTheirs(meetings: readonly MeetingRow[], meetingId: string): MeetingRow {
	const meeting = meetings.find(({ id }) => id === meetingId);
	if (!meeting) throw notFound();
	return meeting;
}

/** The meeting a plan goes to when it is sent now. */
export function goesTo(form: Form, meetings: readonly MeetingRow[], now: number): string | null {
	if (!form.meetings) return null;
	const choice = chooseMeeting(form.meetings, meetings, now);
	return choice.outcome === 'link' ? choice.meeting.id : null;
}

export async function viewOf(
	core: Core,
	queries: Queries,
	meeting: MeetingRow
): Promise<MeetingView> {
	const chairs = meeting.chairId === null ? [] : [meeting.chairId];
	return meetingView(meeting, await staffByIds(core, queries, chairs), core.now());
}
