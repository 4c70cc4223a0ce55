import { randomUUID } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import type { Answer, Answers } from '../../forms/answers.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import type { Place } from '../vault/vault.ts';

export const CONFERENCE_KINDS = ['initial', 'review'] as const;
export type ConferenceKind = (typeof CONFERENCE_KINDS)[number];

/** How answers came: over a parent's own link, on the tablet in the room, typed in from paper, or from a file. */
export type ResponseSource = 'link' | 'room' | 'paper' | 'import';

/** By question id. Who wants to be rung is never among them. */
export type SurveyAnswers = Answers;

/** Whom to ring. Kept apart: nothing leads from here to what they answered. */
export interface CallbackContact {
	readonly name: string;
	readonly phone: string;
}

export const surveyAnswersPlace = (responseId: string): Place => ({
	table: 'survey_responses',
	row: responseId,
	column: 'answers'
});

export const callbackPlace = (callbackId: string): Place => ({
	table: 'survey_callbacks',
	row: callbackId,
	column: 'contact'
});

/** The question that asks whether somebody wants to be rung. */
const CALLBACK_QUESTION = 'P18';

/** @throws Error when the wish to be rung is among the answers: it would lead from a name to them */
export function sealSurveyAnswers({ vault }: Core, responseId: string, answers: SurveyAnswers) {
	if (Object.hasOwn(answers, CALLBACK_QUESTION))
		throw new Error('the wish to be rung is kept apart');
	return vault.council.sealJson(vault.councilKeyId, surveyAnswersPlace(responseId), answers);
}

export type ResponseRow = Queries['tables']['surveyResponses']['$inferSelect'];

export const openSurveyAnswers = (
	{ vault }: Core,
	{ id, answersSealed }: Pick<ResponseRow, 'id' | 'answersSealed'>
): SurveyAnswers =>
	vault.council.openJson<SurveyAnswers>(vault.councilKeyId, surveyAnswersPlace(id), answersSealed);

/** What an answer is counted as. Null: it is not counted, as it was skipped or is in words. */
export function codeOfAnswer(answer: Answer | undefined): string | null {
	switch (answer?.kind) {
		case 'not_sure':
		case 'rather_not':
			return answer.kind;
		case 'yes_no':
		case 'pick':
			return answer.value;
		case 'faces':
		case 'scale':
			return String(answer.value);
		default:
			return null;
	}
}

export interface NewResponse {
	/** One of SURVEYS of forms/catalogue/outside-forms.ts. */
	readonly survey: string;
	readonly conferenceKind: ConferenceKind;
	/** On paper the day; otherwise the first day of the month, so that it leads to no conference. */
	readonly respondedOn: string;
	readonly source: ResponseSource;
	readonly language: string;
	readonly answers: SurveyAnswers;
	/** The case system's own key, of answers that are imported. */
	readonly ref?: string;
	readonly sendKey: string;
}

/** Keeps what one parent said. @returns false where it was kept before, under the same send key */
export async function addResponse(core: Core, tx: Tx, response: NewResponse): Promise<boolean> {
	const { surveyResponses } = tx.tables;
	const { answers, ref, ...given } = response;
	const [there] = await tx
		.select({ id: surveyResponses.id })
		.from(surveyResponses)
		.where(eq(surveyResponses.sendKey, response.sendKey));
	if (there) return false;
	const id = randomUUID();
	await tx.insert(surveyResponses).values({
		...given,
		id,
		ref: ref ?? null,
		answersSealed: sealSurveyAnswers(core, id, answers)
	});
	return true;
}

export interface NewCallback {
	readonly contact: CallbackContact;
	readonly language: string;
	/** London date. */
	readonly askedOn: string;
}

/** Keeps that somebody wants to be rung. Who waits already, under the same name and number, is not rung twice. */
export async function addCallback(core: Core, tx: Tx, callback: NewCallback): Promise<void> {
	const { surveyCallbacks } = tx.tables;
	const { contact, language, askedOn } = callback;
	const { council, councilKeyId } = core.vault;
	const waiting = await tx
		.select({ id: surveyCallbacks.id, sealed: surveyCallbacks.contactSealed })
		.from(surveyCallbacks)
		.where(isNull(surveyCallbacks.handledAt));
	const isThere = waiting.some(({ id, sealed }) => {
		if (sealed === null) return false;
		const there = council.openJson<CallbackContact>(councilKeyId, callbackPlace(id), sealed);
		return there.name === contact.name && there.phone === contact.phone;
	});
	if (isThere) return;
	const id = randomUUID();
	await tx.insert(surveyCallbacks).values({
		id,
		contactSealed: council.sealJson(councilKeyId, callbackPlace(id), contact),
		language,
		askedOn
	});
}
