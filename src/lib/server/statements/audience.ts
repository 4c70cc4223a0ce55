import type { Answers } from '../../forms/answers.ts';
import type { Form, Question } from '../../forms/definition.ts';
import { foldText } from '../../language/fold.ts';
import type { AudienceChoice } from '../people/facts.ts';
import type { NamedStaff } from '../people/named-staff.ts';

/** The question “Anyone who must not see it?” of every form: names as the young person writes them. */
export const MUST_NOT_SEE = 'Z4';

/**
 * Who reads it beside the chair: those ticked who are still offered, without anybody they say must not see it. In
 * doubt it leaves somebody out: a young person can still add a reader, and can never take a reading back.
 */
export function audienceOf(
	form: Form,
	answers: Answers,
	choices: readonly AudienceChoice[],
	lockedOut: ReadonlySet<string> = new Set()
): string[] {
	const ticked = questionsOf(form)
		.filter(({ type }) => type === 'audience')
		.flatMap(({ id }) => {
			const answer = answers[id];
			return answer?.kind === 'audience' ? answer.staff : [];
		});
	const names = namesIn(answers, MUST_NOT_SEE).map(({ name }) => name);
	return choices
		.filter(({ id }) => ticked.includes(id) && !lockedOut.has(id))
		.filter(({ name }) => !names.some((written) => mayMean(written, name)))
		.map(({ id }) => id);
}

/** The staff there are, and what this young person may call those who work with them. */
export interface KnownStaff {
	readonly everybody: readonly { readonly id: string; readonly name: string }[];
	/** Those of their own. */
	readonly theirs: readonly Pick<NamedStaff, 'id' | 'role'>[];
	/** What a role is called in the languages they may write in, such as “social worker”. */
	readonly callings: Readonly<Record<NamedStaff['role'], readonly string[]>>;
}

/**
 * Whoever of the staff can neither open nor handle it: those they chose where a question locks out, those who may be
 * meant by what they typed there, and, where it goes to somebody who handles requests, those who must not see it. In
 * doubt somebody is locked out: a name in letters that no name of the staff is kept in may mean anybody of their own.
 */
export function lockedOutOf(form: Form, answers: Answers, staff: KnownStaff): Set<string> {
	const named = questionsOf(form)
		.filter(({ id, ...question }) =>
			question.type === 'people' && 'locksOut' in question
				? question.locksOut
				: typeof form.goesTo === 'object' && id === MUST_NOT_SEE
		)
		.flatMap(({ id }) => namesIn(answers, id));
	const locked = new Set<string>();
	for (const { name, staffId } of named) {
		if (staffId !== undefined) locked.add(staffId);
		for (const one of staff.everybody) if (mayMean(name, one.name)) locked.add(one.id);
		const unreadable = !/\p{Script=Latin}/u.test(name);
		for (const { id, role } of staff.theirs)
			if (unreadable || staff.callings[role].some((calling) => says(name, calling))) locked.add(id);
	}
	return locked;
}

/** Whether a form can lock anybody out at all. */
export const locksOut = (form: Form): boolean =>
	typeof form.goesTo === 'object' ||
	questionsOf(form).some((question) => 'locksOut' in question && question.locksOut);

const questionsOf = (form: Form): readonly Question[] =>
	form.pages.flatMap((page) => page.questions);

function namesIn(answers: Answers, questionId: string) {
	const answer = answers[questionId];
	return answer?.kind === 'people' ? answer.people : [];
}

/** Whether a name as a child writes it, perhaps the first name alone, may mean this person. */
function mayMean(written: string, name: string): boolean {
	const known = wordsIn(name);
	return wordsIn(written).some((word) => known.includes(word));
}

/** Whether every word of what somebody is called stands in it. */
function says(written: string, calling: string): boolean {
	const words = wordsIn(written);
	return wordsIn(calling).every((word) => words.includes(word));
}

/** Without what stands around a name: “Liam's”, “(Liam)”, “Liam,”. */
const wordsIn = (text: string): string[] =>
	foldText(text)
		.replace(/['’]s\b/gu, '')
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter(Boolean);
