import type { Answers } from '../../forms/answers.ts';
import type { Form } from '../../forms/definition.ts';
import { foldText } from '../../language/fold.ts';
import type { AudienceChoice } from '../people/facts.ts';

/** The question “Anyone who must not see it?” of every form: names as the young person writes them. */
const MUST_NOT_SEE = 'Z4';

/**
 * Who reads it beside the chair: those ticked who are still offered, without anybody they say must not see it. In
 * doubt it leaves somebody out: a young person can still add a reader, and can never take a reading back.
 */
export function audienceOf(
	form: Form,
	answers: Answers,
	choices: readonly AudienceChoice[]
): string[] {
	const questions = form.pages.flatMap((page) => page.questions);
	const ticked = questions
		.filter(({ type }) => type === 'audience')
		.flatMap(({ id }) => {
			const answer = answers[id];
			return answer?.kind === 'audience' ? answer.staff : [];
		});
	const barred = answers[MUST_NOT_SEE];
	const names = barred?.kind === 'people' ? barred.people.map(({ name }) => name) : [];
	return choices
		.filter(({ id }) => ticked.includes(id))
		.filter(({ name }) => !names.some((written) => mayMean(written, name)))
		.map(({ id }) => id);
}

/** Whether a name as a child writes it, perhaps the first name alone, may mean this person. */
function mayMean(written: string, name: string): boolean {
	const known = foldText(name).split(' ');
	const words = foldText(written).split(' ').filter(Boolean);
	return words.some((word) => known.includes(word));
}
