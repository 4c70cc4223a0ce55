import type { Face, QuestionType } from './definition.ts';

/**
 * What was asked, as it was shown, kept with the statement so that it reads the same in ten years whatever becomes of
 * the form. In the language and face the young person answered in, and in English for those who read it.
 */
export interface Wording {
	readonly formId: string;
	readonly formVersion: number;
	readonly language: string;
	readonly face: Face;
	/** The form's name, such as “Before my review”. */
	readonly title: Sentence;
	/** In the order they were asked; only those that were shown. */
	readonly questions: readonly QuestionWording[];
}

export interface QuestionWording {
	readonly id: string;
	readonly type: QuestionType;
	readonly section: Sentence;
	readonly title: Sentence;
	/** By option, card or choice id. */
	readonly labels: Readonly<Record<string, Sentence>>;
}

/** A sentence as it was shown, and in English (equal when it was shown in English). */
export interface Sentence {
	readonly shown: string;
	readonly english: string;
}
