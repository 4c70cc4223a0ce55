import type { Answers } from './answers.ts';

/**
 * The question whose answer matters most to them: the one they starred, or the star question itself when they wrote
 * there. Null when nothing is starred.
 */
export function starredQuestion(answers: Answers): string | null {
	for (const [id, answer] of Object.entries(answers)) {
		if (answer.kind !== 'star') continue;
		const chosen = answers[answer.starred];
		if (chosen && chosen.kind !== 'skipped') return answer.starred;
		if (answer.text !== '' || answer.pictures.length > 0) return id;
	}
	return null;
}
