import type { Answers } from '../forms/answers.ts';
import { codesOf } from '../forms/conditions.ts';
import type { Form } from '../forms/definition.ts';
import type { RequestKind } from './requests.ts';
import type { Stage } from './stages.ts';

/** The requests these answers ask for, each kind once: by what the form is for, or by a question of it. */
export function requestsAsked(
	form: Pick<Form, 'goesTo' | 'pages'>,
	answers: Answers
): { readonly byForm: RequestKind | null; readonly byQuestion: readonly RequestKind[] } {
	const byForm = typeof form.goesTo === 'object' ? form.goesTo.request : null;
	const byQuestion = new Set<RequestKind>();
	for (const { questions } of form.pages) {
		for (const { id, asks } of questions) {
			const codes = codesOf(answers[id]);
			if (asks?.when.some((code) => codes.includes(code))) byQuestion.add(asks.kind);
		}
	}
	if (byForm) byQuestion.delete(byForm);
	return { byForm, byQuestion: [...byQuestion] };
}

export type AdvocateChoice = 'advocate_offered' | 'advocate_accepted' | 'advocate_declined';

/** What was said to the offer of an advocate; null for a form that makes none. Unanswered, it was offered. */
export function advocateChoice(form: Pick<Form, 'pages'>, answers: Answers): AdvocateChoice | null {
	for (const { questions } of form.pages)
		for (const { id, asks } of questions) {
			if (asks?.kind !== 'advocate') continue;
			const codes = codesOf(answers[id]);
			if (codes.some((code) => asks.when.includes(code))) return 'advocate_accepted';
			return codes.includes('no') ? 'advocate_declined' : 'advocate_offered';
		}
	return null;
}

/** How it is going with a visitor: told by those who have one. */
const MY_VISITOR = 'my-visitor';
/** Its question “Do you want it to stop?” */
const STOP = '9';

/**
 * Where what this form asks for stands from the first day, where that is not its beginning: who tells of their visitor
 * has one. And who wants the visits to stop has said so: they end at once (s23ZB(6) of the Children Act 1989).
 */
export function standsAt(form: Pick<Form, 'id'>, answers: Answers): Stage | null {
	if (form.id !== MY_VISITOR) return null;
	return codesOf(answers[STOP]).includes('yes') ? 'objected' : 'matched';
}
