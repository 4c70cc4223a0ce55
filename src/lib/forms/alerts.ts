import type { Answers } from './answers.ts';
import { codesOf } from './conditions.ts';
import type { AlertKind, Form } from './definition.ts';

/** The alerts these answers raise, each kind once. Only what was chosen counts; words are never searched. */
export function alertsOf(form: Form, answers: Answers): AlertKind[] {
	const raised = new Set<AlertKind>();
	for (const { questions } of form.pages) {
		for (const { id, alert } of questions) {
			const codes = codesOf(answers[id]);
			if (alert?.when.some((code) => codes.includes(code))) raised.add(alert.kind);
		}
	}
	return [...raised];
}
