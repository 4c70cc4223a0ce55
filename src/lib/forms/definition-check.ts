import { DAY_PARTS, SORT_PLACES, WEEKDAYS } from './answers.ts';
import { questionsIn } from './conditions.ts';
import type { Form, FormPage, Option, Question } from './definition.ts';

/** Names of pages that every form has beside its own. */
export const OWN_PAGES = ['check', 'delete', 'send', 'sent', 'which'] as const;

const PAGE_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,40}$/;
const QUESTION_ID = /^[A-Za-z0-9]{1,6}(_[a-z]{1,20})?$/;
const OPTION_ID = /^[a-z0-9][a-z0-9_]{0,40}$/;

/** What is wrong with a form's definition, a sentence each for whoever writes forms; none when it can be used. */
export function faultsOf(form: Form): string[] {
	const faults: string[] = [];
	const pages = new Set<string>();
	const seen = new Map<string, { page: FormPage; question: Question }[]>();

	for (const page of form.pages) {
		if (pages.has(page.id)) faults.push(`page ${page.id}: the id is used twice`);
		if (!PAGE_ID.test(page.id)) faults.push(`page ${page.id}: not an id for an address`);
		if (OWN_PAGES.some((own) => own === page.id)) faults.push(`page ${page.id}: a reserved id`);
		if (page.questions.length === 0 && !page.note) faults.push(`page ${page.id}: no question`);
		if (page.faces.length === 0) faults.push(`page ${page.id}: no face`);
		if (page.faces.some((face) => !form.faces.includes(face)))
			faults.push(`page ${page.id}: a face the form does not have`);
		pages.add(page.id);

		for (const asked of questionsIn(page.when))
			if (!seen.has(asked))
				faults.push(`page ${page.id}: its condition names ${asked}, which is not asked before it`);

		for (const question of page.questions) {
			const before = seen.get(question.id) ?? [];
			if (before.some((one) => meet(one, { page, question })))
				faults.push(`question ${question.id}: asked twice in one face`);
			if (before.some((one) => one.question.type !== question.type))
				faults.push(`question ${question.id}: of two types`);
			faults.push(...faultsOfQuestion(question), ...faultsOfPlace(question, page, seen.size));
		}
		for (const question of page.questions)
			seen.set(question.id, [...(seen.get(question.id) ?? []), { page, question }]);
	}
	faults.push(...faultsOfDestination(form));
	for (const landing of form.landings ?? [])
		if (!pages.has(landing)) faults.push(`landing ${landing}: no such page`);
	return faults;
}

type Asked = { readonly page: FormPage; readonly question: Question };

function meet(one: Asked, other: Asked): boolean {
	const faces = ({ page, question }: Asked) =>
		page.faces.filter((face) => question.faces?.includes(face) ?? true);
	return faces(one).some((face) => faces(other).includes(face));
}

function faultsOfQuestion(question: Question): string[] {
	const faults: string[] = [];
	const fault = (what: string) => faults.push(`question ${question.id}: ${what}`);
	if (!QUESTION_ID.test(question.id)) fault('the id is not one such as 12, Z1 or 15_more');

	const places = question.type === 'sort' ? (question.places ?? []) : [];
	const common = question.type === 'sort' && !question.places;
	const taken: readonly string[] = common ? SORT_PLACES : ['skipped'];
	const options = [...optionsOf(question), ...places];
	const ids = options.map(({ id }) => id);
	if (new Set(ids).size < ids.length) fault('two options of one id');
	for (const id of ids) {
		if (!OPTION_ID.test(id)) fault(`option ${id} is no id of an option`);
		if (taken.includes(id)) fault(`option ${id} is a reserved id`);
	}
	if (question.type === 'picks' && question.other && ids.includes('other'))
		fault('option other is there already');
	if (/^(pick|picks|sort|promises|agenda)$/.test(question.type) && ids.length < 1)
		fault('no options');

	for (const code of question.alert?.when ?? [])
		if (!codesPossible(question).includes(code))
			fault(`its alert waits for ${code}, which cannot be answered`);
	for (const code of question.asks?.when ?? [])
		if (!codesPossible(question).includes(code))
			fault(`it asks for something at ${code}, which cannot be answered`);
	if (question.type === 'people' && question.locksOut && !question.staff)
		fault('it locks out whoever is named, and offers nobody of the staff');
	return faults;
}

/** @param asked how many questions stand on the pages before */
function faultsOfPlace(question: Question, page: FormPage, asked: number): string[] {
	const faults: string[] = [];
	const { id, under } = question;
	if (under !== undefined) {
		const above = page.questions.slice(0, page.questions.indexOf(question));
		const parent = above.find((one) => one.id === under);
		if (!parent) faults.push(`question ${id}: folded under ${under}, which is not above it`);
		if (parent?.under !== undefined) faults.push(`question ${id}: folded twice`);
		if (question.required) faults.push(`question ${id}: folded away, and required`);
	}
	if (question.type === 'protect' && asked === 0)
		faults.push(`question ${id}: there is no answer before it to protect`);
	return faults;
}

function faultsOfDestination(form: Form): string[] {
	if (form.goesTo !== 'kept') return [];
	const faults: string[] = [];
	if (form.meetings) faults.push('a kept form goes to no meeting');
	const questions = form.pages.flatMap((page) => page.questions);
	for (const { id, type, alert, asks } of questions) {
		if (type === 'audience') faults.push(`question ${id}: a kept form is sent to nobody`);
		if (alert || asks) faults.push(`question ${id}: what is kept raises nothing`);
	}
	return faults;
}

/** The options, cards or choices of a question, whichever it has. */
export function optionsOf(question: Question): readonly Option[] {
	switch (question.type) {
		case 'pick':
		case 'picks':
			return question.options;
		case 'agenda':
			return question.cards;
		case 'sort':
			return question.cards;
		case 'people':
			return question.choices ?? [];
		case 'promises':
			return question.choices;
		default:
			return [];
	}
}

const SCALE_CODES = Array.from({ length: 11 }, (_, at) => String(at));

function codesPossible(question: Question): readonly string[] {
	const none = ['skipped', 'not_sure', 'rather_not'];
	if (question.type === 'faces') return [...none, '1', '2', '3', '4', '5'];
	if (question.type === 'yes_no') return [...none, 'yes', 'no'];
	if (question.type === 'scale') return [...none, ...SCALE_CODES];
	if (question.type === 'sort')
		return [...none, ...(question.places?.map(({ id }) => id) ?? SORT_PLACES)];
	if (question.type === 'when') return [...none, ...WEEKDAYS, ...DAY_PARTS];
	const other = question.type === 'picks' && question.other ? ['other'] : [];
	return [...none, ...other, ...optionsOf(question).map(({ id }) => id)];
}
