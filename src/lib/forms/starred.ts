import type { Answer, Answers } from './answers.ts';
import { isAround } from './check.ts';
import type { Face, Facts, Form } from './definition.ts';
import { questionsAsked } from './flow.ts';

/**
 * The question whose answer matters most to them: the one they starred, or the star question itself when they said
 * something there. Null when nothing is starred.
 */
export function starredQuestion(answers: Answers): string | null {
	for (const [id, answer] of Object.entries(answers)) {
		if (answer.kind !== 'star') continue;
		const chosen = answers[answer.starred];
		if (chosen && chosen.kind !== 'skipped') return answer.starred;
		if (saysSomethingOfItsOwn(answer)) return id;
	}
	return null;
}

/** Whether there are words, pictures or voice notes in a star, beside what it points at. */
export function saysSomethingOfItsOwn(answer: Extract<Answer, { kind: 'star' }>): boolean {
	const { text, pictures, sounds = [] } = answer;
	return text !== '' || pictures.length + sounds.length > 0;
}

/** In these they say something that can matter most. */
const CAN_MATTER = new Set(['faces', 'picks', 'scale', 'sort', 'words', 'say', 'people', 'list']);

/** The answers that can be starred: what they said in substance, wherever in the form. */
export function starrableIn(form: Form, face: Face, answers: Answers, facts: Facts): string[] {
	return saidIn(form, face, answers, facts).filter((id) => CAN_MATTER.has(answers[id]?.kind ?? ''));
}

const NOT_TOLD = new Set(['skipped', 'not_sure', 'rather_not', 'star', 'protect', 'audience']);

/** The answers of which somebody could be told that they said so. */
export function protectableIn(form: Form, face: Face, answers: Answers, facts: Facts): string[] {
	return saidIn(form, face, answers, facts).filter(
		(id) => !NOT_TOLD.has(answers[id]?.kind ?? 'skipped')
	);
}

const saidIn = (form: Form, face: Face, answers: Answers, facts: Facts): string[] =>
	questionsAsked(form, face, answers, facts)
		.map(({ question: { id } }) => id)
		.filter((id) => !isAround(id));
