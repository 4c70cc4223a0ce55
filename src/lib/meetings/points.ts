import type { Answer, Answers } from '../forms/answers.ts';
import { starredQuestion } from '../forms/starred.ts';
import type { QuestionWording, Wording } from '../forms/wording.ts';

/** Something that asks to be talked about, out of what a young person sent. */
export interface RaisedPoint {
	readonly questionId: string;
	/** Which line of the answer; 0 where it is one. */
	readonly line: number;
	/** What was asked, in English. */
	readonly question: string;
	readonly words: string;
	readonly language: string;
	/** What matters most to them: one at most, and first. */
	readonly starred: boolean;
	/** Their author said that the answer is for the chair alone, or that nobody may be told it came from them. */
	readonly kept: 'chair' | 'protected' | null;
}

export interface GivenAnswer {
	readonly questionId: string;
	readonly answer: Answer;
	readonly chairOnly: boolean;
	readonly language: string;
}

/**
 * What they starred, what they listed as to be decided, and the topics of their own agenda: each line is a point. An
 * answer without words of its own, such as a face, is named by what was asked.
 */
export function pointsIn(wording: Wording, answers: readonly GivenAnswer[]): RaisedPoint[] {
	const byId: Answers = Object.fromEntries(
		answers.map(({ questionId, answer }) => [questionId, answer])
	);
	const starred = starredQuestion(byId);
	const hidden = new Set(
		answers.flatMap(({ answer }) => (answer.kind === 'protect' ? answer.questions : []))
	);
	const points = answers.flatMap((given): RaisedPoint[] => {
		const { questionId, answer } = given;
		const isStar = questionId === starred;
		if (!isStar && answer.kind !== 'list' && answer.kind !== 'agenda') return [];
		const asked = wording.questions.find(({ id }) => id === questionId);
		if (!asked) return [];
		const first = answer.kind === 'agenda' ? answer.starred : isStar ? 0 : null;
		const kept = given.chairOnly ? 'chair' : hidden.has(questionId) ? 'protected' : null;
		return linesOf(given, asked).map(({ words, language }, line) => ({
			questionId,
			line,
			question: asked.title.english,
			words,
			language,
			starred: line === first,
			kept
		}));
	});
	return [...points.filter((one) => one.starred), ...points.filter((one) => !one.starred)];
}

function linesOf(
	{ answer, language }: GivenAnswer,
	asked: QuestionWording
): { readonly words: string; readonly language: string }[] {
	const named = (sentence: { readonly english: string } | undefined, id: string) => ({
		words: sentence?.english ?? id,
		language: 'en'
	});
	if (answer.kind === 'list')
		return answer.lines.map((words) => ({ words, language })).filter(({ words }) => words !== '');
	if (answer.kind === 'agenda')
		return answer.items.map((item) =>
			'card' in item ? named(asked.labels[item.card], item.card) : { words: item.words, language }
		);
	const own = answer.kind === 'say' || answer.kind === 'words' || answer.kind === 'star';
	return own && answer.text !== ''
		? [{ words: answer.text, language }]
		: [named(asked.title, asked.id)];
}
