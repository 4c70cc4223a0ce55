import { randomUUID } from 'node:crypto';
import type { Answer, Answers } from '../../forms/answers.ts';
import type { Face, Facts, Form, FormPage } from '../../forms/definition.ts';
import { fieldsOf, type Fields } from '../../forms/fields.ts';
import { hasAudience } from '../../forms/check.ts';
import { isClosed } from '../../forms/progress-over-time.ts';
import { protectableIn, starrableIn } from '../../forms/starred.ts';
import { landingPage, pageOf, pagesFor, previousPage, progress } from '../../forms/flow.ts';
import {
	answersOf,
	type Attached,
	type DraftAnswer,
	type DraftContents
} from './draft-contents.ts';
import { stampsOf, type DraftView } from './drafts.ts';

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
	/** Ids of the answers that can be protected. */
	readonly protectable: readonly string[];
	readonly named: DraftView['named'];
	readonly people: DraftView['people'];
	readonly lastTime: DraftView['lastTime'];
	/** By question id. */
	readonly attached: Readonly<Record<string, Readonly<Record<Attached, readonly string[]>>>>;
	readonly progress: { readonly at: number; readonly of: number };
	/** Its id; null when that is the start. */
	readonly previous: string | null;
	/** Whether there are pages to pass over for somebody who has said enough. */
	readonly hasLanding: boolean;
	readonly begun: boolean;
}

/** @returns null when there is no such page now, or nothing was begun */
export function pageView(view: DraftView, pageId: string): PageView | null {
	const { form, facts, draft, reader, staff, named, people, lastTime } = view;
	if (!draft) return null;
	const answers = answersOf(draft);
	const page = pageOf(form, draft.face, answers, facts, pageId);
	if (!page) return null;
	const kept = page.questions.flatMap(({ id }) => draft.answers[id] ?? []);
	const nobodysOwn = page.note || page.questions.every(({ type }) => type === 'audience');
	const keepable = hasAudience(form) && !nobodysOwn;
	return {
		form,
		page,
		face: draft.face,
		facts,
		answers,
		fields: Object.assign(
			{},
			...page.questions.map(({ id }) => fieldsNow(view, draft, id))
		) as Fields,
		stamps: stampsOf(draft),
		token: randomUUID(),
		author: view.author,
		chairOnly: keepable ? kept.some(({ chairOnly }) => chairOnly) : null,
		reader,
		staff,
		starrable: starrableIn(form, draft.face, answers, facts),
		protectable: protectableIn(form, draft.face, answers, facts),
		named,
		people,
		lastTime,
		attached: Object.fromEntries(page.questions.map(({ id }) => [id, attachedTo(draft, id)])),
		progress: progress(form, pagesFor(form, draft.face, answers, facts), page.id),
		previous: previousPage(form, draft.face, answers, facts, page.id)?.id ?? null,
		hasLanding: landingPage(form, draft.face, answers, facts, page.id) !== null,
		begun: kept.length > 0
	};
}

/** What was skipped comes back to the page it was typed on. */
const standing = (stored: DraftAnswer | undefined): Answer | undefined =>
	stored?.answer.kind === 'skipped' ? stored.kept : stored?.answer;

/**
 * Where nothing was answered yet, what they chose last time is on the page, and is theirs once they go on with it. It is
 * never sent unseen, and words are never said again for them.
 */
function fieldsNow({ lastTime }: DraftView, draft: DraftContents, id: string): Fields {
	const stored = draft.answers[id];
	const before = lastTime[id]?.answer;
	if (stored || !before || !isClosed(before)) return fieldsOf(id, standing(stored));
	return fieldsOf(id, before);
}

function attachedTo(draft: DraftContents, id: string): Record<Attached, readonly string[]> {
	const answer = standing(draft.answers[id]);
	if (answer?.kind !== 'say' && answer?.kind !== 'star') return { pictures: [], sounds: [] };
	return { pictures: answer.pictures, sounds: answer.sounds ?? [] };
}
