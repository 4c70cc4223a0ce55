import type { Answer } from '../../forms/answers.ts';
import type { Form } from '../../forms/definition.ts';

/** A question that is answered in words, and may have pictures and voice notes beside them. */
export interface QuestionInWords {
	readonly id: string;
	readonly type: 'say' | 'star';
}

/** @returns null when the form has no such question, or it is answered in another way */
export function questionInWords(form: Form, id: string): QuestionInWords | null {
	for (const page of form.pages)
		for (const question of page.questions)
			if (question.id === id && (question.type === 'say' || question.type === 'star'))
				return { id, type: question.type };
	return null;
}

/** The words that were there before, with what is attached now; skipped when there is nothing at all. */
export function answerWith(
	{ type }: QuestionInWords,
	before: Answer | undefined,
	{ pictures, sounds }: { readonly pictures: readonly string[]; readonly sounds: readonly string[] }
): Answer {
	const inWords = before?.kind === 'say' || before?.kind === 'star';
	const text = inWords ? before.text : '';
	const starred = before?.kind === 'star' ? before.starred : 'this';
	if (text === '' && pictures.length + sounds.length === 0 && starred === 'this')
		return { kind: 'skipped' };
	const heard = sounds.length === 0 ? {} : { sounds };
	return type === 'say'
		? { kind: 'say', text, pictures, ...heard }
		: { kind: 'star', starred, text, pictures, ...heard };
}
