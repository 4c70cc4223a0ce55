import type { Answer } from '../../forms/answers.ts';
import type { Question } from '../../forms/definition.ts';
import { bothAnswers, sameAnswer } from '../../forms/versions.ts';
import type { DraftValue } from './draft-contents.ts';
import type { AnswerWrite } from './draft-writes.ts';
import type { Fault, PagePost } from './page-post.ts';

/** What stands in a draft, and when it was written. */
export type StoredAnswer = DraftValue & { readonly updatedAt: number };

/** Whether the same page wrote something newer already. */
export const isLate = (
	stored: StoredAnswer | undefined,
	post: Pick<PagePost, 'pageToken' | 'turn'>
): boolean => stored?.page === post.pageToken && post.turn < stored.turn;

/**
 * What becomes of one answer that a page posted, beside what stands in the draft: it is written, or refused. Null:
 * nothing changes.
 * @param typed what was read from the page; null where nothing was put in
 */
export function settleAnswer(
	question: Question,
	stored: StoredAnswer | undefined,
	typed: Answer | null,
	post: Pick<PagePost, 'intent' | 'pageToken' | 'stamps' | 'choices'>
): AnswerWrite | Fault | null {
	const { id: questionId } = question;
	const mine = post.intent === 'skip' ? null : typed;

	const stale =
		stored !== undefined &&
		stored.page !== post.pageToken &&
		stored.updatedAt !== post.stamps[questionId];
	// An empty box on an old page does not take away what was written since.
	if (stale && mine === null && stored.answer.kind !== 'skipped') return null;
	if (stale && mine !== null && wouldLose(stored.answer, mine))
		return { questionId, code: 'answer_changed_elsewhere', field: `keep-${questionId}` };

	const chosen = mine && stored ? settled(stored.answer, mine, post.choices[questionId]) : mine;
	if (chosen === null) return emptied(question, stored, typed, post.intent);
	if (stored && sameAnswer(chosen, stored.answer)) return null;
	return { questionId, answer: chosen };
}

/** Whether putting `mine` in the place of `theirs` takes something away. */
function wouldLose(theirs: Answer, mine: Answer): boolean {
	if (theirs.kind === 'skipped' || sameAnswer(mine, theirs)) return false;
	return !sameAnswer(bothAnswers(theirs, mine), mine);
}

function settled(
	theirs: Answer,
	mine: Answer,
	choice: 'mine' | 'theirs' | 'both' = 'mine'
): Answer {
	if (choice === 'theirs') return theirs;
	return choice === 'both' ? (bothAnswers(theirs, mine) ?? mine) : mine;
}

/** Nothing was put in, or it was skipped. */
function emptied(
	question: Question,
	stored: DraftValue | undefined,
	typed: Answer | null,
	intent: PagePost['intent']
): AnswerWrite | Fault | null {
	const { id: questionId } = question;
	const untouched = !stored || stored.answer.kind === 'skipped';
	if (intent === 'keep' && untouched) return null;
	// Folded away and left empty, it was not skipped: they need not have seen it.
	if (question.under !== undefined && !stored && typed === null) return null;
	if (intent === 'next' && question.required)
		return { questionId, code: 'answer_required', field: `a-${questionId}` };
	const before = stored?.answer.kind === 'skipped' ? stored.kept : stored?.answer;
	const kept = intent === 'skip' ? (typed ?? before) : undefined;
	if (stored?.answer.kind === 'skipped' && sameAnswer(kept ?? null, stored.kept ?? null))
		return null;
	return { questionId, answer: { kind: 'skipped' }, ...(kept ? { kept } : {}) };
}
