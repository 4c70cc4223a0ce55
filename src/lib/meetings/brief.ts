import type { Answer } from '../forms/answers.ts';
import { formOf } from '../forms/catalogue/forms.ts';
import { saysSomethingOfItsOwn, starredQuestion } from '../forms/starred.ts';
import type { QuestionWording, Sentence, Wording } from '../forms/wording.ts';
import { PLAN_FORM } from './agenda.ts';

/**
 * Why an answer is not said before the room.
 * - `protected` nobody may be told it came from them · `chair` kept for the chair
 * - `not_wanted` it names somebody who may sit there · `safety` whether they are safe
 * - `not_aloud` they asked for that
 */
export type ForOneAlone = 'protected' | 'chair' | 'not_wanted' | 'safety' | 'not_aloud';

interface Answered {
	readonly questionId: string;
	readonly answer: Answer;
	readonly chairOnly: boolean;
}

export interface BriefItem<A extends Answered> {
	readonly question: QuestionWording;
	readonly given: A;
	/** Null for what may be read out. */
	readonly alone: ForOneAlone | null;
	/** It matters most to them. */
	readonly starred: boolean;
}

/** What was said in one statement, as whoever chairs brings it to a meeting. */
export interface SpokenFor<A extends Answered> {
	/** What matters most to them, where it may be read out; among the others it does not stand again. */
	readonly first: BriefItem<A> | null;
	/** To be read out, under the headings it was asked under. */
	readonly sections: readonly {
		readonly title: Sentence;
		readonly items: readonly BriefItem<A>[];
	}[];
	/** How they want the meeting to be: what they planned for it. */
	readonly wishes: readonly BriefItem<A>[];
	/** For whoever chairs, and nobody else. */
	readonly alone: readonly BriefItem<A>[];
	/** Who was with them, as they said it. */
	readonly helped: readonly BriefItem<A>[];
	/** Names of those who must not see it, as they wrote them. */
	readonly mustNotSee: readonly string[];
	/** They said that something must not be told as theirs, and not what. */
	readonly protectsSomething: boolean;
}

/** Of *Plan my meeting*: not to be talked about before everyone, and what is for the time before it. */
const PLAN_NOT_ALOUD = new Set(['7', '12', '12_when']);
const MUST_NOT_SEE = 'Z4';
const WHO_HELPED = /^S[23](_|$)/;
const SAFE = /^Z[12]$/;
/** Around the questions of a form: where they sit, who may see it, how to answer them. Not what they say. */
const LEFT_OUT = /^(S4|Z[3-6])/;

/**
 * Parts what may be read out from what may not. In doubt an answer is for the chair alone: they can still say it, and
 * could not take it back.
 * @param protectedQuestions those whose answers nobody may be told came from them
 */
export function spokenFor<A extends Answered>(
	wording: Wording,
	answers: readonly A[],
	protectedQuestions: readonly string[]
): SpokenFor<A> {
	const protects = wording.questions.filter(({ type }) => type === 'protect');
	const { gates, alerts } = guardedIn(wording.formId);
	const byId = new Map(answers.map((given) => [given.questionId, given]));
	const most = starredQuestion(
		Object.fromEntries(answers.map(({ questionId, answer }) => [questionId, answer]))
	);
	const items = wording.questions.flatMap((question): BriefItem<A>[] => {
		const { id, type } = question;
		const given = byId.get(id);
		if (!given || !hasSubstance(given.answer)) return [];
		if (type === 'protect' || gates.has(id) || LEFT_OUT.test(id)) return [];
		const alone = protectedQuestions.includes(id)
			? 'protected'
			: (aloneBecause(wording, id, given) ?? (alerts.has(id) ? 'safety' : null));
		return [{ question, given, alone, starred: id === most }];
	});
	const helped = items.filter(({ question }) => WHO_HELPED.test(question.id));
	const rest = items.filter((item) => !helped.includes(item));
	const aloud = rest.filter(({ alone }) => alone === null);
	const alone = rest.filter((item) => item.alone !== null);
	const first = aloud.find(({ starred }) => starred) ?? null;
	const others = aloud.filter((item) => item !== first);
	const isPlan = wording.formId === PLAN_FORM;
	const mustNotSee = byId.get(MUST_NOT_SEE)?.answer;

	return {
		first,
		sections: isPlan ? [] : bySection(others),
		wishes: isPlan ? others : [],
		alone: [...alone.filter(({ starred }) => starred), ...alone.filter(({ starred }) => !starred)],
		helped,
		mustNotSee: mustNotSee?.kind === 'people' ? mustNotSee.people.map(({ name }) => name) : [],
		protectsSomething: protects.length > 0 && protectedQuestions.length === 0
	};
}

function aloneBecause(wording: Wording, id: string, given: Answered): ForOneAlone | null {
	const { answer, chairOnly } = given;
	if (chairOnly) return 'chair';
	if (answer.kind === 'people' && answer.people.some(({ choice }) => choice === 'not_come'))
		return 'not_wanted';
	if (wording.formId === PLAN_FORM && PLAN_NOT_ALOUD.has(id)) return 'not_aloud';
	return SAFE.test(id) ? 'safety' : null;
}

/**
 * Of a form as it is now: questions that only ask whether another one, of what must not be told, is to be asked; and
 * those whose answer can raise an alert.
 */
function guardedIn(formId: string): {
	readonly gates: ReadonlySet<string>;
	readonly alerts: ReadonlySet<string>;
} {
	const pages = formOf(formId)?.pages ?? [];
	const questions = pages.flatMap((page) => page.questions);
	return {
		gates: new Set(
			pages
				.filter((page) => page.questions.some(({ type }) => type === 'protect'))
				.flatMap(({ when }) => (when && 'question' in when ? when.question : []))
		),
		alerts: new Set(questions.flatMap((one) => ('alert' in one && one.alert ? one.id : [])))
	};
}

/** Whether there is something to read. A star that points at another answer has nothing of its own. */
function hasSubstance(answer: Answer): boolean {
	if (answer.kind === 'skipped') return false;
	return answer.kind !== 'star' || saysSomethingOfItsOwn(answer);
}

function bySection<A extends Answered>(items: readonly BriefItem<A>[]) {
	const sections: { title: Sentence; items: BriefItem<A>[] }[] = [];
	for (const item of items) {
		const { section } = item.question;
		const last = sections.at(-1);
		if (last?.title.english === section.english) last.items.push(item);
		else sections.push({ title: section, items: [item] });
	}
	return sections;
}
