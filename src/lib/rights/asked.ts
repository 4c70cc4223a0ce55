import type { Answers } from '../forms/answers.ts';
import { codesOf } from '../forms/conditions.ts';
import type { Form } from '../forms/definition.ts';
import type { RequestKind } from './requests.ts';

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
