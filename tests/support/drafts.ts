import { randomUUID } from 'node:crypto';
import type { Answer } from '../../src/lib/forms/answers.ts';
import { formOf } from '../../src/lib/forms/catalogue/forms.ts';
import type { Face } from '../../src/lib/forms/definition.ts';
import type { App } from '../../src/lib/server/app.ts';
import {
	authorOf,
	draftAnswerPlace,
	type DraftValue
} from '../../src/lib/server/drafts/draft-contents.ts';
import { picturePlace } from '../../src/lib/server/pictures/pictures.ts';
import type { Sent } from '../../src/lib/server/statements/send.ts';
import type { Person } from './people.ts';

export interface Said {
	formId?: string;
	language?: string;
	face?: Face;
	answers?: Readonly<Record<string, Answer>>;
	/** Questions whose answers are kept for the chair. */
	chairOnly?: readonly string[];
	/** Pictures by id, with the question they belong to. */
	pictures?: Readonly<Record<string, string>>;
	/** What each of them is; otherwise a few letters that no camera took. */
	pictureBytes?: Buffer;
}

export const SAID: Readonly<Record<string, Answer>> = {
	'1': { kind: 'faces', value: 4 },
	'3': { kind: 'say', text: 'The garden is good.', pictures: [] }
};

/** A draft with these answers, as if it had been written page by page. */
export async function addDraft(
	app: App,
	person: Person<'young_person'>,
	said: Said = {}
): Promise<{ draftId: string; formId: string; sendKey: string }> {
	const formId = said.formId ?? 'before-my-review';
	const draftId = randomUUID();
	const sendKey = randomUUID();
	const language = said.language ?? 'en';
	const face = said.face ?? 'standard';
	await app.database.inTransaction(async (tx) => {
		const author = await authorOf(app, tx, person.id);
		if (!author) throw new Error('no such young person');
		const now = app.now();
		await tx.insert(tx.tables.drafts).values({
			id: draftId,
			youngPersonId: person.id,
			formId,
			formVersion: formOf(formId)?.version ?? 1,
			sendKey,
			language,
			face,
			lastPage: null,
			createdAt: now,
			updatedAt: now
		});
		for (const [questionId, answer] of Object.entries(said.answers ?? SAID)) {
			const place = draftAnswerPlace(draftId, questionId);
			const value: DraftValue = { answer, page: '', turn: 0 };
			await tx.insert(tx.tables.draftAnswers).values({
				draftId,
				questionId,
				answerSealed: author.keyring.sealJson(author.keyId, place, value),
				chairOnly: said.chairOnly?.includes(questionId) ? 1 : 0,
				language,
				face,
				updatedAt: now
			});
		}
		for (const [id, questionId] of Object.entries(said.pictures ?? {}))
			await tx.insert(tx.tables.pictures).values({
				id,
				youngPersonId: person.id,
				draftId,
				statementId: null,
				questionId,
				source: 'drawing',
				bytesSealed: author.keyring.seal(
					author.keyId,
					picturePlace(id),
					said.pictureBytes ?? Buffer.from(`bytes ${id}`)
				),
				width: 10,
				height: 10,
				createdAt: now
			});
	});
	return { draftId, formId, sendKey };
}

/** Writes a draft and sends it. */
export async function sendStatement(
	app: App,
	person: Person<'young_person'>,
	said: Said & { meetingId?: string } = {}
): Promise<Sent> {
	const { formId, sendKey } = await addDraft(app, person, said);
	const { meetingId } = said;
	return app.statements.send(person.actor, {
		formId,
		sendKey,
		...(meetingId === undefined ? {} : { meetingId })
	});
}
