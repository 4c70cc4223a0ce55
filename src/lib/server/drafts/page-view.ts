import { randomUUID } from 'node:crypto';
import type { Answers } from '../../forms/answers.ts';
import type { Face, Facts, Form, FormPage } from '../../forms/definition.ts';
import { fieldsOf, type Fields } from '../../forms/fields.ts';
import { landingPage, pageOf, pagesFor, previousPage, progress } from '../../forms/flow.ts';
import { answersOf, type DraftContents } from './draft-contents.ts';
import { stampsOf, type DraftView } from './drafts.ts';
import { starrableIn } from './save-page.ts';

/** All a question page is drawn from. */
export interface PageView {
	readonly form: Form;
	readonly page: FormPage;
	readonly face: Face;
	readonly facts: Facts;
	readonly answers: Answers;
	/** What its controls hold. */
	readonly fields: Fields;
	readonly stamps: Readonly<Record<string, number>>;
	/** Of this drawing of the page; see `PagePost`. */
	readonly token: string;
	readonly author: string;
	/** Null where no answer of the page can be kept for one reader. */
	readonly chairOnly: boolean | null;
	readonly reader: DraftView['reader'];
	readonly staff: DraftView['staff'];
	/** Ids of the answers that can be starred. */
	readonly starrable: readonly string[];
	/** By question id. */
	readonly pictures: Readonly<Record<string, readonly string[]>>;
	readonly progress: { readonly at: number; readonly of: number };
	/** Its id; null when that is the start. */
	readonly previous: string | null;
	/** Whether there are pages to pass over for somebody who has said enough. */
	readonly hasLanding: boolean;
	readonly begun: boolean;
}

/** @returns null when there is no such page now, or nothing was begun */
export function pageView(view: DraftView, pageId: string): PageView | null {
	const { form, facts, draft, reader, staff } = view;
	if (!draft) return null;
	const answers = answersOf(draft);
	const page = pageOf(form, draft.face, answers, facts, pageId);
	if (!page) return null;
	const kept = page.questions.flatMap(({ id }) => draft.answers[id] ?? []);
	const nobodysOwn = page.note || page.questions.every(({ type }) => type === 'audience');
	return {
		form,
		page,
		face: draft.face,
		facts,
		answers,
		fields: Object.assign({}, ...page.questions.map(({ id }) => fieldsNow(draft, id))) as Fields,
		stamps: stampsOf(draft),
		token: randomUUID(),
		author: view.author,
		chairOnly: nobodysOwn ? null : kept.some(({ chairOnly }) => chairOnly),
		reader,
		staff,
		starrable: starrableIn(form, draft.face, answers, facts),
		pictures: Object.fromEntries(page.questions.map(({ id }) => [id, picturesOf(draft, id)])),
		progress: progress(form, pagesFor(form, draft.face, answers, facts), page.id),
		previous: previousPage(form, draft.face, answers, facts, page.id)?.id ?? null,
		hasLanding: landingPage(form, draft.face, answers, facts, page.id) !== null,
		begun: kept.length > 0
	};
}

/** What was skipped comes back to the page it was typed on. */
function fieldsNow(draft: DraftContents, id: string): Fields {
	const stored = draft.answers[id];
	return fieldsOf(id, stored?.answer.kind === 'skipped' ? stored.kept : stored?.answer);
}

function picturesOf(draft: DraftContents, id: string): readonly string[] {
	const stored = draft.answers[id];
	const answer = stored?.answer.kind === 'skipped' ? stored.kept : stored?.answer;
	return answer?.kind === 'say' || answer?.kind === 'star' ? answer.pictures : [];
}
