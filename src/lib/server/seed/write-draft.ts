import { randomUUID } from 'node:crypto';
import type { Face, Form } from '../../forms/definition.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { authorOf, draftAnswerPlace, type DraftValue } from '../drafts/draft-contents.ts';
import type { SeedAnswers } from './statement-words.ts';

/** A form as somebody filled it in, all at once. @returns the key it is sent with */
export async function writeDraft(
	core: Core,
	tx: Tx,
	form: Form,
	given: {
		readonly youngPersonId: string;
		/** Empty for one of their own. */
		readonly togetherId: string;
		readonly language: string;
		readonly face: Face;
		readonly answers: SeedAnswers;
		/** Question that is kept for the chair alone. */
		readonly chairOnly?: string;
	}
): Promise<string> {
	const author = await authorOf(core, tx, given.youngPersonId);
	if (!author) throw new Error('there is no such young person');
	const id = randomUUID();
	const sendKey = randomUUID();
	const now = core.now();
	const { language, face } = given;
	const questions = Object.keys(given.answers);
	await tx.insert(tx.tables.drafts).values({
		id,
		youngPersonId: given.youngPersonId,
		formId: form.id,
		formVersion: form.version,
		togetherId: given.togetherId,
		sendKey,
		language,
		face,
		lastPage: pageOf(form, questions.at(-1) ?? ''),
		createdAt: now,
		updatedAt: now
	});
	await tx.insert(tx.tables.draftAnswers).values(
		Object.entries(given.answers).map(([questionId, answer]) => {
			const value: DraftValue = { answer, page: pageOf(form, questionId), turn: 0 };
			const place = draftAnswerPlace(id, questionId);
			return {
				draftId: id,
				questionId,
				answerSealed: author.keyring.sealJson(author.keyId, place, value),
				chairOnly: given.chairOnly === questionId ? 1 : 0,
				language,
				face,
				updatedAt: now
			};
		})
	);
	return sendKey;
}

function pageOf(form: Form, questionId: string): string {
	const page = form.pages.find(({ questions }) => questions.some(({ id }) => id === questionId));
	return page?.id ?? '';
}
