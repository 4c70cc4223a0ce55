import type { Answer, Answers } from './answers.ts';
import type { Face, Facts, Form, Question } from './definition.ts';
import { fits, questionsAsked } from './flow.ts';

export interface CheckSection {
	/** A key under `sections.` of the form. */
	readonly section: string;
	readonly rows: readonly CheckRow[];
}

export interface CheckRow {
	readonly pageId: string;
	readonly question: Question;
	/** Null when they never came to it. */
	readonly answer: Answer | null;
}

/** What “check your answers” lists: everything that will be sent, by section, in order. */
export function checkList(
	form: Form,
	face: Face,
	answers: Answers,
	facts: Facts
): readonly CheckSection[] {
	const sections: { section: string; rows: CheckRow[] }[] = [];
	for (const { page, question } of questionsAsked(form, face, answers, facts)) {
		const kept = answers[question.id];
		const answer = kept && fits(question, kept) ? kept : null;
		const row: CheckRow = { pageId: page.id, question, answer };
		const last = sections.at(-1);
		if (last?.section === page.section) last.rows.push(row);
		else sections.push({ section: page.section, rows: [row] });
	}
	return sections;
}

/** Whether it was answered; “not sure” and “don’t want to say” are answers. */
export function isGiven({ answer }: CheckRow): boolean {
	return answer !== null && answer.kind !== 'skipped';
}

/** The questions around every form: who was there, who reads it, how to answer. By themselves they say nothing. */
const AROUND = /^(S\d|Z[3-6])/;

/** Whether the form asks who else gets it; only then can an answer be kept from them. */
export const hasAudience = (form: Form): boolean =>
	form.pages.some(({ questions }) => questions.some(({ type }) => type === 'audience'));

export const isAround = (questionId: string): boolean => AROUND.test(questionId);

/** Whether anything at all was said: what is around a form, or skipped, is nothing to send. */
export function saidSomething(answers: Answers): boolean {
	return Object.entries(answers).some(([id, { kind }]) => kind !== 'skipped' && !isAround(id));
}
