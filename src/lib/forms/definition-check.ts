import { SORT_PLACES } from './answers.ts';
import { questionsIn } from './conditions.ts';
import type { Form, FormPage, Option, Question } from './definition.ts';

/** Names of pages that every form has beside its own. */
export const OWN_PAGES = ['check', 'delete', 'send', 'sent', 'which'] as const;

const PAGE_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,40}$/;
const QUESTION_ID = /^[A-Za-z0-9]{1,4}(_[a-z]{1,20})?$/;
const OPTION_ID = /^[a-z][a-z0-9_]{0,40}$/;

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
			faults.push(...faultsOfQuestion(question));
		}
		for (const question of page.questions)
			seen.set(question.id, [...(seen.get(question.id) ?? []), { page, question }]);
	}
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

	const taken: readonly string[] = question.type === 'sort' ? SORT_PLACES : ['skipped'];
	const options = optionsOf(question);
	const ids = options.map(({ id }) => id);
	if (new Set(ids).size < ids.length) fault('two options of one id');
	for (const id of ids) {
		if (!OPTION_ID.test(id)) fault(`option ${id} is not a word`);
		if (taken.includes(id)) fault(`option ${id} is a reserved id`);
	}
	if (question.type === 'picks' && question.other && ids.includes('other'))
		fault('option other is there already');
	if (/^(pick|picks|sort|promises)$/.test(question.type) && ids.length < 1) fault('no options');

	for (const code of question.alert?.when ?? [])
		if (!codesPossible(question).includes(code))
			fault(`its alert waits for ${code}, which cannot be answered`);
	return faults;
}

/** The options, cards or choices of a question, whichever it has. */
export function optionsOf(question: Question): readonly Option[] {
	switch (question.type) {
		case 'pick':
		case 'picks':
			return question.options;
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

function codesPossible(question: Question): readonly string[] {
	const none = ['skipped', 'not_sure', 'rather_not'];
	if (question.type === 'faces') return [...none, '1', '2', '3', '4', '5'];
	if (question.type === 'yes_no') return [...none, 'yes', 'no'];
	if (question.type === 'sort') return [...none, ...SORT_PLACES];
	return [...none, ...optionsOf(question).map(({ id }) => id)];
}
