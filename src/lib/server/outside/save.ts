import type { Answers } from '../../forms/answers.ts';
import type { Facts, Form, FormPage } from '../../forms/definition.ts';
import { parseAnswer } from '../../forms/parse.ts';
import { protectableIn, starrableIn } from '../../forms/starred.ts';
import type { Fault, PagePost } from '../drafts/page-post.ts';
import { isLate, settleAnswer } from '../drafts/settle-answer.ts';
import type { OutsideAnswer, OutsideAnswers, OutsideDraft } from './drafts.ts';

/** The answers alone, as the form language takes them. */
export const answersIn = (draft: Pick<OutsideDraft, 'answers'>): Answers =>
	Object.fromEntries(Object.entries(draft.answers).map(([id, { answer }]) => [id, answer]));

/**
 * What stands in a draft once a page was posted: all of its answers, or none where one is refused. Words alone are
 * taken here, and nobody can be ticked.
 */
export function withPage(
	given: {
		readonly form: Form;
		readonly facts: Facts;
		readonly draft: OutsideDraft;
		readonly page: FormPage;
		readonly now: number;
	},
	post: PagePost
): { readonly answers: OutsideAnswers; readonly faults: readonly Fault[] } {
	const { form, facts, draft, page, now } = given;
	const said = [form, 'standard', answersIn(draft), facts] as const;
	const faults: Fault[] = [];
	const written: Record<string, OutsideAnswer> = {};
	for (const question of page.questions) {
		const stored = draft.answers[question.id];
		if (isLate(stored, post)) continue;
		const parsed = parseAnswer(question, post.fields, {
			starrable: starrableIn(...said).filter((id) => id !== question.id),
			protectable: protectableIn(...said),
			staff: [],
			promises: facts.promises.map(({ id }) => id),
			named: [],
			pictures: [],
			sounds: []
		});
		const settled = parsed.ok
			? settleAnswer(question, stored, parsed.answer, post)
			: { questionId: question.id, ...parsed };
		if (settled === null) continue;
		if ('code' in settled) faults.push(settled);
		else
			written[question.id] = {
				answer: settled.answer,
				...(settled.kept ? { kept: settled.kept } : {}),
				page: post.pageToken,
				turn: post.turn,
				language: post.language,
				// Never the same twice, or a stale page could pass for a fresh one.
				updatedAt: Math.max(now, (stored?.updatedAt ?? 0) + 1)
			};
	}
	if (faults.length > 0) return { answers: draft.answers, faults };
	return { answers: { ...draft.answers, ...written }, faults: [] };
}
