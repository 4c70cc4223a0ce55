import { hasAudience } from '#lib/forms/check.ts';
import type { Face, Facts, Form, FormPage, Question } from '#lib/forms/definition.ts';
import type { PageView } from '#lib/server/drafts/page-view.ts';

/** These need what only the server knows: names of staff, and what was promised. */
const ONLINE_ONLY = new Set<Question['type']>(['audience', 'promises']);

const NOTHING_KNOWN: Facts = {
	unaccompanied: false,
	age: 0,
	promises: [],
	statuses: [],
	planned: [],
	justHeld: false,
	writeUpDue: false
};

/** Every page of a form in one face, whatever was answered: empty, and with nobody's name on it. */
export function pagesOfForm(form: Form, face: Face): PageView[] {
	const ids = form.pages.flatMap((page) => page.questions.map(({ id }) => id));
	return form.pages
		.filter((page) => page.faces.includes(face))
		.map((page) => ({ ...page, questions: page.questions.filter((one) => isAsked(one, face)) }))
		.filter((page) => page.note || page.questions.length > 0)
		.map((page) => emptyPage(form, face, page, ids));
}

const isAsked = ({ faces, type }: Question, face: Face): boolean =>
	(faces?.includes(face) ?? true) && !ONLINE_ONLY.has(type);

function emptyPage(form: Form, face: Face, page: FormPage, ids: readonly string[]): PageView {
	const before = ids.slice(0, ids.indexOf(page.questions[0]?.id ?? ''));
	return {
		form,
		page,
		face,
		facts: NOTHING_KNOWN,
		answers: {},
		fields: {},
		stamps: {},
		token: '',
		author: '',
		chairOnly: hasAudience(form) && !page.note ? false : null,
		reader: null,
		staff: [],
		// The page shows those that were answered by then (enhance/offline-form.ts).
		starrable: before,
		protectable: before,
		named: [],
		people: [],
		lastTime: {},
		attached: {},
		progress: { at: 1, of: 1 },
		previous: null,
		hasLanding: false,
		begun: false
	};
}
