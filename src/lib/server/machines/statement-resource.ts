import * as v from 'valibot';
import type { Answer } from '../../forms/answers.ts';
import type { ReadStatement } from '../documents/desk-statement.ts';
import type { OwnStatementView } from '../statements/views.ts';
import { answerSchema } from './answer-schema.ts';
import type { CopiedView } from './copies.ts';
import type { StatementResource } from './schemas.ts';

/** What belongs to a statement, beside what its reader sees of it. */
export interface StatementFacts {
	readonly ref: string;
	readonly meetingRef: string | null;
	readonly readers: OwnStatementView['readers'];
	/** How many answers were left out for this reader. */
	readonly leftOut: number;
	readonly copied: CopiedView | null;
	/** Where its files are. */
	readonly links: {
		readonly document: string;
		attachment(kind: 'picture' | 'sound', id: string): string;
	};
}

/** A statement as programs read it, whether they fetch it or are handed the file. */
export function statementResource(
	{ id, wording, answers, additions, trail, meeting, ...statement }: ReadStatement,
	facts: StatementFacts
): StatementResource {
	return {
		id,
		youngPerson: { ref: facts.ref },
		form: { id: wording.formId, version: wording.formVersion },
		title: wording.title,
		language: statement.language,
		face: statement.face,
		sentAt: iso(statement.sentAt),
		meeting: meeting && { id: meeting.id, ref: facts.meetingRef },
		copied: facts.copied,
		questions: wording.questions.map(({ id: questionId, type, section, title, labels }) => ({
			id: questionId,
			type,
			section,
			title,
			labels
		})),
		answers: answers.map(({ questionId, language, chairOnly, answer }) => ({
			questionId,
			language,
			protected: statement.protectedQuestions.includes(questionId),
			keptForChair: chairOnly,
			answer: v.parse(answerSchema, answer)
		})),
		keptForChair: facts.leftOut,
		additions: additions.map(({ addedAt, ...addition }) => ({
			...addition,
			addedAt: iso(addedAt)
		})),
		audience: [...facts.readers],
		trail: trail.map((step) => ({
			kind: step.kind,
			at: iso(step.at),
			by: 'by' in step ? step.by : null,
			meetingId: 'meeting' in step ? step.meeting.id : null,
			readyReply: step.kind === 'reply' ? step.reply.readyReply : null
		})),
		attachments: answers.flatMap(({ questionId, answer }) =>
			filesIn(answer).map((file) => ({
				...file,
				questionId,
				mediaType: file.kind === 'picture' ? 'image/webp' : 'audio/mpeg',
				href: facts.links.attachment(file.kind, file.id)
			}))
		),
		document: facts.links.document
	};
}

/** The pictures and voice notes of an answer. */
export function filesIn(
	answer: Answer
): { readonly id: string; readonly kind: 'picture' | 'sound' }[] {
	if (answer.kind !== 'say' && answer.kind !== 'star') return [];
	return [
		...answer.pictures.map((id) => ({ id, kind: 'picture' as const })),
		...(answer.sounds ?? []).map((id) => ({ id, kind: 'sound' as const }))
	];
}

export const iso = (at: number): string => new Date(at).toISOString();
