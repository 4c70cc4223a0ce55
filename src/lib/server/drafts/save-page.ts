import type { Answer, Answers } from '../../forms/answers.ts';
import type { Facts, Form, FormPage, Question } from '../../forms/definition.ts';
import type { Fields } from '../../forms/fields.ts';
import { questionsAsked } from '../../forms/flow.ts';
import { parseAnswer, type ParseCode } from '../../forms/parse.ts';
import { bothAnswers, sameAnswer } from '../../forms/versions.ts';
import type { Tx } from '../db/database.ts';
import { answersOf, type Author, type DraftContents, type DraftValue } from './draft-contents.ts';
import { picturesOf, setChairOnly, writeAnswer, type AnswerWrite } from './draft-writes.ts';

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

	const parsed = parseAnswer(question, post.fields, {
		starrable: starrable(context, questionId),
		staff: context.staff,
		promises: context.facts.promises.map(({ id }) => id),
		pictures: await picturesOf(tx, context.draft.draftId, questionId)
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
	if (intent === 'keep' && (!stored || stored.answer.kind === 'skipped')) return null;
	if (intent === 'next' && question.required)
		return { questionId, code: 'answer_required', field: `a-${questionId}` };
	const before = stored?.answer.kind === 'skipped' ? stored.kept : stored?.answer;
	const kept = intent === 'skip' ? (typed ?? before) : undefined;
	if (stored?.answer.kind === 'skipped' && sameAnswer(kept ?? null, stored.kept ?? null))
		return null;
	return { questionId, answer: { kind: 'skipped' }, ...(kept ? { kept } : {}) };
}

/** The answers that can be starred: what they said in substance, wherever in the form. */
function starrable(
	{ form, facts, draft }: Parameters<typeof writePage>[1],
	ownId: string
): string[] {
	return starrableIn(form, draft.face, answersOf(draft), facts).filter((id) => id !== ownId);
}

const OF_SUBSTANCE = new Set(['faces', 'picks', 'sort', 'words', 'say', 'people', 'list']);

export function starrableIn(
	form: Form,
	face: DraftContents['face'],
	answers: Answers,
	facts: Facts
): string[] {
	return questionsAsked(form, face, answers, facts)
		.filter(({ question: { id } }) => OF_SUBSTANCE.has(answers[id]?.kind ?? ''))
		.map(({ question: { id } }) => id);
}
