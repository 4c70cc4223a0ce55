import type { Answer } from '../forms/answers.ts';
import { saysSomethingOfItsOwn } from '../forms/starred.ts';
import type { QuestionWording, Sentence, Wording } from '../forms/wording.ts';

/** An answer beside the words it was asked in. */
export interface Answered<A extends { readonly questionId: string; readonly answer: Answer }> {
	readonly question: QuestionWording;
	/** Null when they never came to it. */
	readonly given: A | null;
}

export interface AnsweredSection<
	A extends { readonly questionId: string; readonly answer: Answer }
> {
	readonly title: Sentence;
	readonly items: readonly Answered<A>[];
}

/**
 * What was asked and what was said, in the order it was asked, under the headings it stood under. What the audience was
 * is told elsewhere, by name.
 */
export function answeredSections<
	A extends { readonly questionId: string; readonly answer: Answer }
>(wording: Wording, answers: readonly A[]): AnsweredSection<A>[] {
	const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
	const sections: { title: Sentence; items: Answered<A>[] }[] = [];
	for (const question of wording.questions) {
		if (question.type === 'audience') continue;
		let section = sections.at(-1);
		if (section?.title.english !== question.section.english) {
			section = { title: question.section, items: [] };
			sections.push(section);
		}
		section?.items.push({ question, given: byQuestion.get(question.id) ?? null });
	}
	return sections;
}

/**
 * Whether there is something to read. A star that points at another answer is shown there, and has nothing of its own.
 */
export function hasSubstance(answer: Answer | undefined): boolean {
	if (!answer || answer.kind === 'skipped') return false;
	if (answer.kind === 'star') return saysSomethingOfItsOwn(answer);
	return true;
}

/** Answers by question id, as the pure rules take them. */
export function answersOf(
	answers: readonly { readonly questionId: string; readonly answer: Answer }[]
): Record<string, Answer> {
	return Object.fromEntries(answers.map(({ questionId, answer }) => [questionId, answer]));
}
