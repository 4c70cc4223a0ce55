import type { Facts, Form, FormPage, Question } from '../../forms/definition.ts';
import { parseAnswer, type Around } from '../../forms/parse.ts';
import { protectableIn, starrableIn } from '../../forms/starred.ts';
import type { Tx } from '../db/database.ts';
import { answersOf, attachedTo, type Author, type DraftContents } from './draft-contents.ts';
import { setChairOnly, writeAnswer, type AnswerWrite } from './draft-writes.ts';
import type { Fault, PagePost } from './page-post.ts';
import { isLate, settleAnswer } from './settle-answer.ts';

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
	if (isLate(stored, post)) return null;

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
	return parsed.ok
		? settleAnswer(question, stored, parsed.answer, post)
		: { questionId, ...parsed };
}
