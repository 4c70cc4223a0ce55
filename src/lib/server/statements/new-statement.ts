import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { alertsOf } from '../../forms/alerts.ts';
import type { Answers } from '../../forms/answers.ts';
import type { Facts, Form } from '../../forms/definition.ts';
import { wordingOf } from '../../forms/snapshot.ts';
import type { Translator } from '../../language/translator.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import type { YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { eachChunk } from '../db/in-chunks.ts';
import type { DraftContents } from '../drafts/draft-contents.ts';
import { audienceChoices } from '../people/facts.ts';
import type { Keyring } from '../vault/vault.ts';
import { audienceOf } from './audience.ts';
import { answerPlace, wordingPlace } from './places.ts';

/** What is being sent. */
export interface NewStatement {
	readonly id: string;
	readonly author: YoungPersonActor;
	readonly keyId: string;
	readonly keys: Keyring;
	readonly form: Form;
	readonly draft: DraftContents;
	/** Of the draft's answers those that are sent. */
	readonly answers: Answers;
	readonly facts: Facts;
}

/** Seals question and answer under the young person's key, and takes the pictures of these answers along. */
export async function keepWords(
	core: Core,
	tx: Tx,
	translator: (tag: string) => Translator,
	{ id, author, keyId, keys, form, draft, answers, facts }: NewStatement,
	kinds: readonly MeetingKind[]
): Promise<void> {
	const { statements, statementAnswers, pictures } = tx.tables;
	const translators = { shown: translator(draft.language), english: translator('en') };
	const wording = wordingOf(form, translators, draft.face, answers, facts);
	await tx.insert(statements).values({
		id,
		youngPersonId: author.id,
		formId: form.id,
		formVersion: form.version,
		sendKey: draft.sendKey,
		meetingKinds: kinds.join(';'),
		language: draft.language,
		face: draft.face,
		title: JSON.stringify(wording.title),
		wordingSealed: keys.sealJson(keyId, wordingPlace(id), wording),
		state: 'waiting',
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

	const sent = new Set(Object.values(answers).flatMap(picturesIn));
	await eachChunk(
		draft.pictureIds.filter((pictureId) => sent.has(pictureId)),
		(ids) => tx.update(pictures).set({ statementId: id }).where(inArray(pictures.id, ids))
	);
}

const picturesIn = (answer: Answers[string]): readonly string[] =>
	answer.kind === 'say' || answer.kind === 'star' ? answer.pictures : [];

/** Those ticked beside the chair who may be ticked. */
export async function keepAudience(
	core: Core,
	tx: Tx,
	{ id, author, form, answers }: NewStatement
): Promise<void> {
	const choices = await audienceChoices(core, tx, author.id);
	const rows = audienceOf(form, answers, choices).map((staffId) => ({ statementId: id, staffId }));
	await eachChunk(rows, (chunk) => tx.insert(tx.tables.statementAudience).values(chunk));
}

/** For people to act on: it stands on top of their desk until somebody takes it. */
export async function raiseAlerts(
	core: Core,
	tx: Tx,
	{ id: statementId, author, form, answers }: NewStatement
): Promise<void> {
	for (const kind of alertsOf(form, answers)) {
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
}
