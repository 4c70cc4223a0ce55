import type { Face, FormPage, Option, Question } from '../definition.ts';

/** What stands around the questions of a form. Its words are said once, in the namespace `blocks`. */

export const EVERYBODY: readonly Face[] = ['standard', 'easy', 'grown_up'];
/** Those who take the long way. Easy is a dozen screens at most. */
export const LONG: readonly Face[] = ['standard', 'grown_up'];

const WAYS_TO_HELP: readonly Option[] = [
	{ id: 'read', picture: 'book-open' },
	{ id: 'typed', picture: 'keyboard' },
	{ id: 'pictures', picture: 'images' }
];

/** Who is with them, and how they help. */
export const WHO_IS_THERE: readonly FormPage[] = [
	{
		id: 'S2',
		section: 'start',
		faces: EVERYBODY,
		questions: [
			{
				id: 'S2',
				type: 'pick',
				picture: 'users-round',
				options: [
					{ id: 'just_me', picture: 'user-round' },
					{ id: 'helped', picture: 'hand-helping' },
					{ id: 'with_me', picture: 'users-round' }
				]
			}
		]
	},
	{
		id: 'S3',
		section: 'start',
		faces: EVERYBODY,
		when: { question: 'S2', is: ['helped'] },
		questions: [
			{ id: 'S3', type: 'people', picture: 'hand-helping' },
			{ id: 'S3_how', type: 'picks', picture: 'book-open', options: WAYS_TO_HELP, other: true }
		]
	}
];

/** Who is with them, how they help, and whether this is a good place and time. */
export const START: readonly FormPage[] = [
	...WHO_IS_THERE,
	{
		id: 'S4',
		section: 'start',
		faces: LONG,
		questions: [{ id: 'S4', type: 'yes_no' }]
	},
	{
		id: 'S4_no',
		section: 'start',
		faces: LONG,
		when: { question: 'S4', is: ['no'] },
		note: true,
		questions: []
	}
];

/** Whether they want somebody independent at their side, who is then told their name: one question under many ids. */
export const askedForAdvocate = (id: string): Question => ({
	id,
	type: 'yes_no',
	wordedAs: 'advocate',
	picture: 'hand-helping',
	asks: { when: ['yes'], kind: 'advocate' }
});

/** Whether they are safe, with an alert for people where they are not. */
export const SAFE: readonly FormPage[] = [
	{
		id: 'Z1',
		section: 'safe',
		faces: EVERYBODY,
		questions: [
			{
				id: 'Z1',
				type: 'pick',
				picture: 'shield',
				options: [
					{ id: 'yes', picture: 'shield-check' },
					{ id: 'mostly', picture: 'shield' },
					{ id: 'no', picture: 'shield-alert' },
					{ id: 'rather_not', picture: 'eye-off' }
				],
				alert: { when: ['no'], kind: 'not_safe' }
			}
		]
	},
	{
		id: 'Z2',
		section: 'safe',
		faces: LONG,
		questions: [{ id: 'Z2', type: 'yes_no', alert: { when: ['yes'], kind: 'being_hurt' } }]
	}
];

/** Who gets it, who must not, and how to answer them. */
export const READERS: readonly FormPage[] = [
	{
		id: 'Z3',
		section: 'readers',
		faces: EVERYBODY,
		questions: [{ id: 'Z3', type: 'audience', picture: 'eye' }]
	},
	{
		id: 'Z4',
		section: 'readers',
		faces: LONG,
		questions: [{ id: 'Z4', type: 'people' }]
	},
	{
		id: 'Z5',
		section: 'readers',
		faces: LONG,
		questions: [
			{
				id: 'Z5',
				type: 'pick',
				options: [
					{ id: 'here', picture: 'message-square' },
					{ id: 'phone', picture: 'phone' },
					{ id: 'visit', picture: 'footprints' },
					{ id: 'text', picture: 'smartphone' }
				]
			}
		]
	},
	{
		id: 'Z6',
		section: 'readers',
		faces: LONG,
		when: { question: 'Z5', is: ['phone', 'visit', 'text'] },
		questions: [{ id: 'Z6', type: 'when' }]
	}
];
