import type { Answer } from '../../forms/answers.ts';
import type { Facts, Form, FormPage, Question } from '../../forms/definition.ts';
import type { Fields } from '../../forms/fields.ts';
import { parseAnswer, type Around } from '../../forms/parse.ts';
import type { ParseCode } from '../../forms/parsed.ts';
import { protectableIn, starrableIn } from '../../forms/starred.ts';
import { bothAnswers, sameAnswer } from '../../forms/versions.ts';
import type { Tx } from '../db/database.ts';
import {
	answersOf,
	attachedTo,
	type Author,
	type DraftContents,
	type DraftValue
} from './draft-contents.ts';
import { setChairOnly, writeAnswer, type AnswerWrite } from './draft-writes.ts';

/** What a page posts beside the answers. */
export interface PagePost {
	readonly fields: Fields;
	/**
	 * - `next`: what was left empty is skipped
	 * - `skip`: nothing of this page is sent; what was typed is kept
	 * - `keep`: while they are still at it: what is empty is left alone
	 */
	readonly intent: 'next' | 'skip' | 'keep';
	/** They have said enough: go on with what must not be missed. */
	readonly enough?: boolean;
	readonly language: string;
	/** Whose page it is, as `DraftView.author` told it. */
	readonly author: string;
	/** What waited on a phone without a connection names the draft it was written for, and gets into no other. */
	readonly draftKey?: string;
	/** Of this drawing of the page: what it wrote itself is never in its own way. */
	readonly pageToken: string;
	/** Counts what one page sends, so that an older one that arrives late changes nothing. */
	readonly turn: number;
	/** When each answer was last written, as the page knew it; an answer not there is missing here too. */
	readonly stamps: Readonly<Record<string, number>>;
	/** What they chose where an answer was changed elsewhere. */
	readonly choices: Readonly<Record<string, 'mine' | 'theirs' | 'both'>>;
	/** Whether this page's answers are for the chair alone; null leaves that as it is. */
	readonly chairOnly: boolean | null;
}

export interface Fault {
	readonly questionId: string;
	/** A key under `errors:` */
	readonly code: ParseCode | 'answer_required' | 'answer_changed_elsewhere';
	readonly field: string;
	readonly most?: number;
}

/**
 * Writes one page's answers, all or none.
 * @returns the faults, when there are any: then nothing was written
 */
export async function writePage(
	tx: Tx,
	context: {
		readonly form: Form;
		readonly facts: Facts;
		readonly staff: readonly string[];
		/** Staff they can name among their people. */
		readonly named: Around['named'];
		readonly author: Author;
		readonly draft: DraftContents;
		readonly now: number;
	},
	page: FormPage,
	post: PagePost
): Promise<{ faults: readonly Fault[]; written: readonly string[] }> {
	const faults: Fault[] = [];
	const writes: AnswerWrite[] = [];
	for (const question of page.questions) {
		const read = await readQuestion(tx, context, question, post);
		if (read === null) continue;
		if ('code' in read) faults.push(read);
		else writes.push(read);
	}
	if (faults.length > 0) return { faults, written: [] };

	for (const write of writes) await writeAnswer(tx, context, write, post);
	if (post.chairOnly !== null) {
		const ids = page.questions.map(({ id }) => id);
		await setChairOnly(tx, context.draft, ids, post.chairOnly);
	}
	return { faults: [], written: writes.map(({ questionId }) => questionId) };
}

async function readQuestion(
	tx: Tx,
	context: Parameters<typeof writePage>[1],
	question: Question,
	post: PagePost
): Promise<AnswerWrite | Fault | null> {
	const { id: questionId } = question;
	const stored = context.draft.answers[questionId];
	const late = stored?.page === post.pageToken && post.turn < stored.turn;
	if (late) return null;

	const { form, facts, draft } = context;
	const said = [form, draft.face, answersOf(draft), facts] as const;
	const parsed = parseAnswer(question, post.fields, {
		starrable: starrableIn(...said).filter((id) => id !== questionId),
		protectable: protectableIn(...said),
		staff: context.staff,
		promises: facts.promises.map(({ id }) => id),
		pictures: await attachedTo(tx, 'pictures', draft.draftId, questionId),
		sounds: await attachedTo(tx, 'sounds', draft.draftId, questionId),
		named: context.named
	});
	if (!parsed.ok) return { questionId, ...parsed };
	const mine = post.intent === 'skip' ? null : parsed.answer;

	const stale =
		stored !== undefined &&
		stored.page !== post.pageToken &&
		stored.updatedAt !== post.stamps[questionId];
	// An empty box on an old page does not take away what was written since.
	if (stale && mine === null && stored.answer.kind !== 'skipped') return null;
	if (stale && mine !== null && wouldLose(stored.answer, mine))
		return { questionId, code: 'answer_changed_elsewhere', field: `keep-${questionId}` };

	const chosen = mine && stored ? settled(stored.answer, mine, post.choices[questionId]) : mine;
	if (chosen === null) return emptied(question, stored, parsed.answer, post.intent);
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
