import type { Answer, Answers } from './answers.ts';
import { holds } from './conditions.ts';
import type { Face, Facts, Form, FormPage, Question } from './definition.ts';

/**
 * The pages of a form as this person sees them now, each with only the questions of their face. A page whose
 * condition looks at an answer that is itself not shown any more is not shown either.
 */
export function pagesFor(form: Form, face: Face, answers: Answers, facts: Facts): FormPage[] {
	return walk(form, face, answers, facts)
		.map(({ page, shown }) => ({ ...page, questions: shown }))
		.filter((page) => page.questions.length > 0 || tells(page, face));
}

/** One page, whichever face it belongs to: an answer given in another face can still be changed. */
export function pageOf(
	form: Form,
	face: Face,
	answers: Answers,
	facts: Facts,
	pageId: string
): FormPage | null {
	const found = walk(form, face, answers, facts).find(({ page }) => page.id === pageId);
	if (!found) return null;
	const questions = found.shown.length > 0 ? found.shown : found.elsewhere;
	return questions.length > 0 || tells(found.page, face) ? { ...found.page, questions } : null;
}

/** Whether a page is one that only tells something, in this face. */
function tells(page: FormPage, face: Face): boolean {
	return page.note === true && page.faces.includes(face);
}

/** Where to go on after a break: after the last page that was kept, or at the start; null for the check. */
export function resumePage(
	form: Form,
	face: Face,
	answers: Answers,
	facts: Facts,
	lastPage: string | null
): FormPage | null {
	if (lastPage === null) return pagesFor(form, face, answers, facts)[0] ?? null;
	const last = pageOf(form, face, answers, facts, lastPage);
	const unfinished = last?.questions.some(
		({ id, under }) => under === undefined && answers[id] === undefined
	);
	return last && unfinished ? last : nextPage(form, face, answers, facts, lastPage);
}

/** The page after this one, or null when the answers are to be checked next. */
export function nextPage(
	form: Form,
	face: Face,
	answers: Answers,
	facts: Facts,
	pageId: string
): FormPage | null {
	const from = placeOf(form, pageId);
	const pages = pagesFor(form, face, answers, facts);
	return pages.find(({ id }) => placeOf(form, id) > from) ?? null;
}

/**
 * Where somebody goes who has said enough on this page: past the pages between, which stay unasked. Null when there is
 * nothing to pass over.
 */
export function landingPage(
	form: Form,
	face: Face,
	answers: Answers,
	facts: Facts,
	pageId: string
): FormPage | null {
	const from = placeOf(form, pageId);
	const pages = pagesFor(form, face, answers, facts).filter(({ id }) => placeOf(form, id) > from);
	const landing = pages.findIndex(({ id }) => form.landings?.includes(id));
	return landing > 0 ? (pages[landing] ?? null) : null;
}

/** The page before this one, or null when that is the start. */
export function previousPage(
	form: Form,
	face: Face,
	answers: Answers,
	facts: Facts,
	pageId: string
): FormPage | null {
	const from = placeOf(form, pageId);
	const pages = pagesFor(form, face, answers, facts);
	return pages.findLast(({ id }) => placeOf(form, id) < from) ?? null;
}

/** How far along a page is, counted in the pages of this face. */
export function progress(
	form: Form,
	pages: readonly FormPage[],
	pageId: string
): { at: number; of: number } {
	const from = placeOf(form, pageId);
	const before = pages.filter(({ id }) => placeOf(form, id) <= from).length;
	return { at: Math.max(1, before), of: pages.length };
}

/**
 * What goes out when the form is sent: the answers of what is shown now, and those given in another face of the form
 * to questions this face does not ask. An answer whose question no longer shows stays in the draft and is not sent.
 */
export function answersToSend(form: Form, face: Face, answers: Answers, facts: Facts): Answers {
	const sent: Record<string, Answer> = {};
	for (const { question } of questionsAsked(form, face, answers, facts)) {
		const answer = answers[question.id];
		const known = answer && fits(question, answer) ? ofKnownPromises(answer, facts) : null;
		if (known) sent[question.id] = known;
	}
	return sent;
}

/** What was said of a promise that is not asked about any more has no words left to be read with. */
function ofKnownPromises(answer: Answer, { promises }: Facts): Answer | null {
	if (answer.kind !== 'promises') return answer;
	const known = Object.entries(answer.promises).filter(([id]) =>
		promises.some((promise) => promise.id === id)
	);
	return known.length > 0 ? { ...answer, promises: Object.fromEntries(known) } : null;
}

/**
 * Every question that counts, in order: those shown in this face, and those answered in another. One that is folded away
 * counts once something was said there: nobody has passed over what they never saw.
 */
export function questionsAsked(
	form: Form,
	face: Face,
	answers: Answers,
	facts: Facts
): { page: FormPage; question: Question }[] {
	return walk(form, face, answers, facts).flatMap(({ page, shown, elsewhere }) => {
		const said = (question: Question) => {
			const answer = answers[question.id];
			return answer !== undefined && answer.kind !== 'skipped' && fits(question, answer);
		};
		const counted = new Set([
			...shown.filter((question) => !question.under || said(question)),
			...elsewhere.filter(said)
		]);
		return page.questions
			.filter((question) => counted.has(question))
			.map((question) => ({ page, question }));
	});
}

/** Whether an answer is of its question's kind. After a change of the form an old draft may hold one that is not. */
export function fits(question: Question, answer: Answer): boolean {
	return (
		answer.kind === 'skipped' ||
		answer.kind === 'not_sure' ||
		answer.kind === 'rather_not' ||
		answer.kind === question.type
	);
}

interface Step {
	readonly page: FormPage;
	/** Its questions in this face. */
	readonly shown: readonly Question[];
	/** Its questions that this face asks nowhere. */
	readonly elsewhere: readonly Question[];
}

/** The pages whose conditions hold, judged in order and only by answers that count themselves. */
function walk(form: Form, face: Face, answers: Answers, facts: Facts): Step[] {
	const inFace = (page: FormPage, question: Question) =>
		page.faces.includes(face) && (question.faces?.includes(face) ?? true);
	const asked = new Set(
		form.pages.flatMap((page) =>
			page.questions.filter((question) => inFace(page, question)).map(({ id }) => id)
		)
	);
	const counting: Record<string, Answer> = {};
	const steps: Step[] = [];
	for (const page of form.pages) {
		if (!holds(page.when, counting, facts)) continue;
		const shown = page.questions.filter((question) => inFace(page, question));
		const elsewhere = page.questions.filter(({ id }) => !asked.has(id));
		for (const question of [...shown, ...elsewhere]) {
			const answer = answers[question.id];
			if (answer && fits(question, answer)) counting[question.id] = answer;
		}
		steps.push({ page, shown, elsewhere });
	}
	return steps;
}

function placeOf(form: Form, pageId: string): number {
	return form.pages.findIndex(({ id }) => id === pageId);
}
