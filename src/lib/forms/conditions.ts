import type { Answer, Answers } from './answers.ts';
import type { Condition, Facts } from './definition.ts';

/**
 * What a condition or an alert can ask of an answer: the ids that were chosen, `1`…`5` for faces, and `skipped`,
 * `not_sure` and `rather_not` each as itself. Words are never looked into.
 */
export function codesOf(answer: Answer | undefined): readonly string[] {
	if (!answer) return [];
	switch (answer.kind) {
		case 'skipped':
		case 'not_sure':
		case 'rather_not':
			return [answer.kind];
		case 'faces':
			return [String(answer.value)];
		case 'yes_no':
		case 'pick':
			return [answer.value];
		case 'picks':
			return answer.other ? [...answer.values, 'other'] : answer.values;
		case 'sort':
			return Object.values(answer.cards);
		case 'scale':
			return [String(answer.value)];
		case 'agenda':
			return answer.items.flatMap((item) => ('card' in item ? item.card : []));
		case 'when':
			return [...answer.days, ...answer.parts];
		case 'promises':
			return Object.values(answer.promises);
		case 'people':
			return answer.people.flatMap(({ choice }) => choice ?? []);
		case 'words':
		case 'say':
		case 'list':
		case 'star':
		case 'date':
		case 'protect':
		case 'audience':
			return [];
	}
}

/** Whether it holds; without a condition, always. */
export function holds(condition: Condition | undefined, answers: Answers, facts: Facts): boolean {
	if (!condition) return true;
	if ('any' in condition) return condition.any.some((one) => holds(one, answers, facts));
	if ('all' in condition) return condition.all.every((one) => holds(one, answers, facts));
	if ('not' in condition) return !holds(condition.not, answers, facts);
	if ('question' in condition) {
		const codes = codesOf(answers[condition.question]);
		return condition.is.some((wanted) => codes.includes(wanted));
	}
	switch (condition.fact) {
		case 'unaccompanied':
			return facts.unaccompanied;
		case 'promises':
			return facts.promises.length > 0;
		case 'age_from':
			return facts.age >= condition.years;
		case 'status':
			return (
				facts.statuses.length === 0 ||
				condition.is.some((status) => facts.statuses.includes(status))
			);
		case 'planned':
			return condition.kinds.some((kind) => facts.planned.includes(kind));
		case 'just_held':
			return facts.justHeld;
		case 'write_up_due':
			return facts.writeUpDue;
	}
}

/** The questions a condition looks at. */
export function questionsIn(condition: Condition | undefined): readonly string[] {
	if (!condition) return [];
	if ('any' in condition) return condition.any.flatMap(questionsIn);
	if ('all' in condition) return condition.all.flatMap(questionsIn);
	if ('not' in condition) return questionsIn(condition.not);
	return 'question' in condition ? [condition.question] : [];
}
