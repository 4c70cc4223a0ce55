import type { NamedPerson } from '../../forms/answers.ts';
import { formOf } from '../../forms/catalogue/forms.ts';
import { checkList, isGiven } from '../../forms/check.ts';
import { wordingOf } from '../../forms/snapshot.ts';
import type { Translator } from '../../language/translator.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { factsOf } from '../people/facts.ts';
import type { Kept } from '../statements/views.ts';
import { answersOf, readDraft } from './draft-contents.ts';

/** @returns null when the form is none that is kept, or nothing stands there */
export async function readKept(
	core: Core,
	queries: Queries,
	of: {
		readonly youngPersonId: string;
		readonly formId: string;
		readonly translators: (tag: string) => Translator;
	}
): Promise<Kept | null> {
	const form = formOf(of.formId);
	if (form?.goesTo !== 'kept') return null;
	const draft = await readDraft(core, queries, { ...of, togetherId: '' });
	if (!draft) return null;
	const facts = await factsOf(core, queries, of.youngPersonId);
	const translators = { shown: of.translators(draft.language), english: of.translators('en') };
	const answers = answersOf(draft);
	const rows = checkList(form, draft.face, answers, facts)
		.flatMap((section) => section.rows)
		.filter(isGiven);
	if (rows.length === 0) return null;
	return {
		wording: wordingOf(form, translators, draft.face, answers, facts),
		answers: rows.flatMap(({ question: { id }, answer }) =>
			answer === null
				? []
				: {
						questionId: id,
						answer: answer.kind === 'say' ? { ...answer, pictures: [], sounds: [] } : answer,
						chairOnly: false,
						language: draft.answers[id]?.language ?? draft.language
					}
		),
		updatedAt: draft.updatedAt
	};
}

/** The form that keeps their own people, in the question of this name. */
export const MY_PEOPLE = 'my-people';
const PEOPLE = 'people';

/** Everybody they keep among their own people, to be named again with one tap. */
export async function myPeople(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<readonly NamedPerson[]> {
	const draft = await readDraft(core, queries, {
		youngPersonId,
		formId: MY_PEOPLE,
		togetherId: ''
	});
	const answer = draft?.answers[PEOPLE]?.answer;
	return answer?.kind === 'people' ? answer.people : [];
}
