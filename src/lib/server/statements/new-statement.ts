import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { ageBandOf } from '../../figures/age-bands.ts';
import { alertsOf } from '../../forms/alerts.ts';
import type { Answer } from '../../forms/answers.ts';
import { wordingOf } from '../../forms/snapshot.ts';
import type { Wording } from '../../forms/wording.ts';
import type { Translator } from '../../language/translator.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { eachChunk } from '../db/in-chunks.ts';
import { ATTACHED, type Attached } from '../drafts/draft-contents.ts';
import { firstStatus } from '../figures/standing.ts';
import { audienceChoices } from '../people/facts.ts';
import { tellLine } from '../safety/tell-line.ts';
import { audienceOf } from './audience.ts';
import type { NewStatement } from './being-sent.ts';
import { answerPlace, wordingPlace } from './places.ts';

/** Seals question and answer under the young person's key, and takes the pictures and voice notes of these answers along. */
export async function keepWords(
	core: Core,
	tx: Tx,
	translator: (tag: string) => Translator,
	{ id, author, keyId, keys, form, draft, answers, facts }: NewStatement,
	to: { readonly kinds: readonly MeetingKind[]; readonly aboutMeetingId: string | null }
): Promise<{ readonly protects: boolean }> {
	const { statements, statementAnswers } = tx.tables;
	const translators = { shown: translator(draft.language), english: translator('en') };
	const wording = wordingOf(form, translators, draft.face, answers, facts);
	await tx.insert(statements).values({
		id,
		youngPersonId: author.id,
		formId: form.id,
		formVersion: form.version,
		sendKey: draft.sendKey,
		goesTo: typeof form.goesTo === 'object' ? 'handler' : form.goesTo,
		meetingKinds: to.kinds.join(';'),
		aboutMeetingId: to.aboutMeetingId,
		protects: asksToProtect(wording) ? 1 : 0,
		togetherId: author.only?.togetherId ?? draft.begunTogetherId,
		language: draft.language,
		face: draft.face,
		title: JSON.stringify(wording.title),
		wordingSealed: keys.sealJson(keyId, wordingPlace(id), wording),
		ageBand: ageBandOf(facts.age),
		careStatus: firstStatus(facts.statuses),
		state: form.meetings ? 'waiting' : 'delivered',
		sentAt: core.now()
	});
	const rows = Object.entries(answers).map(([questionId, answer]) => ({
		statementId: id,
		questionId,
		answerSealed: keys.sealJson(keyId, answerPlace(id, questionId), answer),
		chairOnly: draft.answers[questionId]?.chairOnly ? 1 : 0,
		language: draft.answers[questionId]?.language ?? draft.language
	}));
	await eachChunk(rows, (chunk) => tx.insert(statementAnswers).values(chunk));

	for (const kind of ATTACHED) {
		const table = tx.tables[kind];
		const sent = new Set(Object.values(answers).flatMap((answer) => attachedIn(answer, kind)));
		const there = kind === 'pictures' ? draft.pictureIds : draft.soundIds;
		await eachChunk(
			there.filter((one) => sent.has(one)),
			(ids) => tx.update(table).set({ statementId: id }).where(inArray(table.id, ids))
		);
	}
	return { protects: asksToProtect(wording) };
}

/** The pictures or voice notes of an answer. */
const attachedIn = (answer: Answer, kind: Attached): readonly string[] =>
	answer.kind === 'say' || answer.kind === 'star' ? (answer[kind] ?? []) : [];

/**
 * Whether they were asked what nobody may be told came from them. A form asks only who said there is something; whether
 * they then said which or not, who gets it has to know before anything goes out.
 */
const asksToProtect = ({ questions }: Wording): boolean =>
	questions.some(({ type }) => type === 'protect');

/** Those ticked beside the chair who may be ticked. */
export async function keepAudience(
	core: Core,
	tx: Tx,
	{ id, author, form, answers }: NewStatement,
	barred: ReadonlySet<string>
): Promise<void> {
	const choices = await audienceChoices(core, tx, author.id, form.goesTo);
	const rows = audienceOf(form, answers, choices, barred).map((staffId) => ({
		statementId: id,
		staffId
	}));
	await eachChunk(rows, (chunk) => tx.insert(tx.tables.statementAudience).values(chunk));
}

/** For people to act on: it stands on top of their desk until somebody takes it. */
export async function raiseAlerts(
	core: Core,
	tx: Tx,
	{ id: statementId, author, form, answers }: NewStatement
): Promise<void> {
	const kinds = alertsOf(form, answers);
	for (const kind of kinds) {
		const id = randomUUID();
		await tx.insert(tx.tables.alerts).values({
			id,
			youngPersonId: author.id,
			statementId,
			kind,
			raisedAt: core.now()
		});
		await core.audit.record(tx, {
			action: 'alert.raised',
			actor: author,
			youngPersonId: author.id,
			subject: { kind: 'alert', id },
			detail: { statementId, kind }
		});
	}
	if (kinds.length > 0)
		await tellLine(tx, { id: statementId, youngPersonId: author.id, statementId }, 0, core.now());
}
