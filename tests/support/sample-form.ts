import type { Facts, Form } from '../../src/lib/forms/definition.ts';

const FACES = ['standard', 'easy', 'grown_up'] as const;
const NOT_EASY = ['standard', 'grown_up'] as const;

/** A form with every type of question, for tests only. */
export const SAMPLE: Form = {
	id: 'sample',
	version: 1,
	picture: 'notebook-pen',
	group: 'tell',
	goesTo: 'chair',
	meetings: { kinds: ['looked_after_review'], alsoFits: ['review_conference'] },
	faces: [...FACES],
	landings: ['safe'],
	pages: [
		{
			id: 'home',
			section: 'living',
			faces: FACES,
			questions: [
				{ id: '1', type: 'faces' },
				{ id: '2', type: 'say', faces: NOT_EASY }
			]
		},
		{
			id: 'help',
			section: 'living',
			faces: NOT_EASY,
			when: { question: '1', is: ['1', '2'] },
			questions: [{ id: '3', type: 'yes_no' }]
		},
		{
			id: 'who-helps',
			section: 'living',
			faces: NOT_EASY,
			when: { question: '3', is: ['yes'] },
			questions: [{ id: '4', type: 'people', choices: [{ id: 'right' }, { id: 'too_much' }] }]
		},
		{
			id: 'feelings',
			section: 'me',
			faces: NOT_EASY,
			questions: [
				{
					id: '5',
					type: 'picks',
					options: [{ id: 'calm' }, { id: 'angry' }, { id: 'rather_not' }],
					other: true
				}
			]
		},
		{
			id: 'things',
			section: 'me',
			faces: FACES,
			questions: [{ id: '6', type: 'sort', cards: [{ id: 'food' }, { id: 'sleep' }] }]
		},
		{
			id: 'solicitor',
			section: 'me',
			faces: FACES,
			when: { fact: 'unaccompanied' },
			questions: [{ id: '7', type: 'words' }]
		},
		{
			id: 'promised',
			section: 'meeting',
			faces: FACES,
			when: { fact: 'promises' },
			questions: [{ id: '8', type: 'promises', choices: [{ id: 'done' }, { id: 'not_done' }] }]
		},
		{
			id: 'decide',
			section: 'meeting',
			faces: FACES,
			questions: [{ id: '9', type: 'list' }]
		},
		{ id: 'when', section: 'meeting', faces: FACES, questions: [{ id: '10', type: 'when' }] },
		{
			id: 'how-safe',
			section: 'meeting',
			faces: NOT_EASY,
			questions: [
				{ id: '12', type: 'scale' },
				{ id: '12_why', type: 'words', under: '12' },
				{ id: '13', type: 'date' }
			]
		},
		{
			id: 'list',
			section: 'meeting',
			faces: NOT_EASY,
			questions: [
				{ id: '14', type: 'agenda', cards: [{ id: 'home' }, { id: 'school' }] },
				{
					id: '15',
					type: 'sort',
					cards: [{ id: 'bank' }, { id: 'passport' }],
					places: [{ id: 'have' }, { id: 'need' }]
				}
			]
		},
		{
			id: 'protect',
			section: 'meeting',
			faces: NOT_EASY,
			questions: [{ id: '16', type: 'protect' }]
		},
		{ id: 'star', section: 'meeting', faces: FACES, questions: [{ id: '11', type: 'star' }] },
		{
			id: 'safe',
			section: 'safe',
			faces: FACES,
			questions: [
				{
					id: 'Z1',
					type: 'pick',
					options: [{ id: 'yes' }, { id: 'mostly' }, { id: 'no' }, { id: 'rather_not' }],
					alert: { when: ['no'], kind: 'not_safe' }
				}
			]
		},
		{
			id: 'readers',
			section: 'safe',
			faces: FACES,
			questions: [{ id: 'Z3', type: 'audience', required: true }]
		}
	]
};

export const NO_FACTS: Facts = {
	unaccompanied: false,
	age: 15,
	promises: [],
	statuses: [],
	planned: [],
	justHeld: false,
	writeUpDue: false
};

/** Words for a form that has none, each naming its key. */
export function sampleWords(form: Form): Record<string, unknown> {
	const questions: Record<string, unknown> = {};
	const sections: Record<string, string> = {};
	for (const page of form.pages) {
		sections[page.section] = `section ${page.section}`;
		for (const question of page.questions) {
			const named = (ids: readonly { readonly id: string }[]) =>
				Object.fromEntries(ids.map(({ id }) => [id, `${id} of ${question.id}`]));
			questions[question.id] = {
				title: `question ${question.id}`,
				title_easy: `easy ${question.id}`,
				...('options' in question ? { options: named(question.options) } : {}),
				...(question.type === 'scale' ? { options: named([{ id: 'low' }, { id: 'high' }]) } : {}),
				...('cards' in question ? { cards: named(question.cards) } : {}),
				...('places' in question ? { places: named(question.places ?? []) } : {}),
				...('choices' in question ? { choices: named(question.choices ?? []) } : {})
			};
		}
	}
	return { title: 'Sample', sections, q: questions };
}
