import type { Translator } from '../language/translator.ts';
import type { Answers } from './answers.ts';
import type { Face, Facts, Form } from './definition.ts';
import { questionsAsked } from './flow.ts';
import { wordsOf } from './words.ts';
import type { Sentence, Wording } from './wording.ts';

/**
 * The words of a form as they were shown, to be kept with what was sent. A question that was shown but never come to
 * is here too, and has no answer: that is not the same as a skipped one.
 */
export function wordingOf(
	form: Form,
	translators: { readonly shown: Translator; readonly english: Translator },
	face: Face,
	answers: Answers,
	facts: Facts
): Wording {
	const shown = wordsOf(form, face, translators.shown);
	const english = wordsOf(form, face, translators.english);
	const both = (one: string, other: string): Sentence => ({ shown: one, english: other });

	return {
		formId: form.id,
		formVersion: form.version,
		language: translators.shown.language.tag,
		face,
		title: both(shown.title, english.title),
		questions: questionsAsked(form, face, answers, facts).map(({ page, question }) => {
			const labels = shown.labels(question, facts);
			const inEnglish = english.labels(question, facts);
			return {
				id: question.id,
				type: question.type,
				section: both(shown.section(page.section), english.section(page.section)),
				title: both(shown.questionTitle(question.id), english.questionTitle(question.id)),
				labels: Object.fromEntries(
					Object.entries(labels).map(([id, label]) => [id, both(label, inEnglish[id] ?? label)])
				)
			};
		})
	};
}
