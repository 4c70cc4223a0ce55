import { THEME_CODES, type ThemeCode } from './theme-codes.ts';
import type { Answer, Answers } from '../forms/answers.ts';
import { THEME_RULES, type Rule } from './theme-rules.ts';

/**
 * The themes that what somebody answered suggests. A closed answer speaks by its code, an answer in words by what the
 * question was about, a starred one in any case: no word is read for it.
 */
export function themesOf(formId: string, answers: Answers): ThemeCode[] {
	const rules = THEME_RULES[formId] ?? {};
	const starred = starredIn(answers);
	const found = new Set<ThemeCode>();
	for (const [questionId, answer] of Object.entries(answers)) {
		const codes = codesOf(answer);
		for (const rule of rules[questionId] ?? [])
			if (speaks(rule, codes) || (starred.has(questionId) && mattersAsSuch(rule, answer)))
				found.add(rule.theme);
	}
	return THEME_CODES.filter((code) => found.has(code));
}

/** The themes a question is about, whatever is answered: what was decided about it is decided about these. */
export function themesOfQuestion(formId: string, questionId: string): ThemeCode[] {
	const rules = THEME_RULES[formId]?.[questionId] ?? [];
	const about = new Set(rules.map(({ theme }) => theme));
	return THEME_CODES.filter((code) => about.has(code));
}

/** Whether any answer suggests it; the others are there for who reads a statement to add. */
export const isSuggested = (code: string): boolean =>
	Object.values(THEME_RULES).some((rules) =>
		Object.values(rules).some((some) => some.some(({ theme }) => theme === code))
	);

/** Said of an answer in words, in lines or by names: that it was given. */
const GIVEN = 'given';

/** What an answer is known by. The code of a card that was put somewhere is `card=place`. */
function codesOf(answer: Answer): readonly string[] {
	switch (answer.kind) {
		case 'not_sure':
		case 'rather_not':
			return [answer.kind];
		case 'faces':
		case 'scale':
			return [String(answer.value)];
		case 'yes_no':
		case 'pick':
			return [answer.value];
		case 'picks':
			return answer.values;
		case 'sort':
			return Object.entries(answer.cards).map(([card, place]) => `${card}=${place}`);
		case 'promises':
			return Object.values(answer.promises);
		case 'agenda':
			return answer.items.flatMap((item) => ('card' in item ? [item.card] : []));
		case 'people':
			return answer.people.length === 0
				? []
				: [GIVEN, ...answer.people.flatMap(({ choice }) => choice ?? [])];
		case 'list':
			return answer.lines.some((line) => line !== '') ? [GIVEN] : [];
		case 'words':
			return answer.text === '' ? [] : [GIVEN];
		case 'say':
			return answer.text === '' && answer.pictures.length + (answer.sounds?.length ?? 0) === 0
				? []
				: [GIVEN];
		case 'skipped':
		case 'date':
		case 'when':
		case 'star':
		case 'protect':
		case 'audience':
			return [];
	}
}

const speaks = ({ codes }: Rule, given: readonly string[]): boolean =>
	given.some((code) => (codes === null ? code === GIVEN : codes.includes(code)));

/** One card among many is raised by where it was put, not by the star on all of them. */
const mattersAsSuch = (rule: Rule, answer: Answer): boolean =>
	answer.kind !== 'skipped' && answer.kind !== 'sort' && rule.oneOfMany !== true;

/** The questions whose answer they starred, beside what they said at the star itself. */
function starredIn(answers: Answers): ReadonlySet<string> {
	return new Set(
		Object.values(answers).flatMap((answer) => (answer.kind === 'star' ? answer.starred : []))
	);
}
