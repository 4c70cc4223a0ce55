import type { Face, Form, Option } from '../definition.ts';

const STANDARD: readonly Face[] = ['standard'];

/** The areas of *My skills*, gone through with those who may soon live on their own. */
const SKILLS: readonly Option[] = [
	{ id: 'care', picture: 'shower-head' },
	{ id: 'laundry', picture: 'washing-machine' },
	{ id: 'money', picture: 'coins' },
	{ id: 'food', picture: 'cooking-pot' },
	{ id: 'travel', picture: 'bus' },
	{ id: 'diary', picture: 'calendar-days' },
	{ id: 'home', picture: 'brush' },
	{ id: 'safety', picture: 'phone' },
	{ id: 'support', picture: 'users-round' },
	{ id: 'education', picture: 'graduation-cap' },
	{ id: 'employment', picture: 'search' }
];

/** The question that tells whether the placement holds. */
export const PLACEMENT_QUESTION = '7';

/** Answers to it that the officer is told of at once. */
export const CARER_FLAGS = ['strained', 'may_end'] as const;
export type CarerFlag = (typeof CARER_FLAGS)[number];

/** What whoever chairs reads alone, and never to the room. */
export const PRIVATE_TO_CHAIR: readonly string[] = ['12', '12_more'];

/** What a carer tells of a young person's wishes: theirs to say, so it stands as hearsay. */
export const REPORTED_WISH = '9';

/**
 * What a foster carer or key worker is asked before a review, over a link of their own. It names nobody: whom it is about
 * stands above the questions while the link lives, and nowhere in them.
 */
export const carerConsultation: Form = {
	id: 'carer-consultation',
	version: 1,
	picture: 'house',
	group: 'meeting',
	goesTo: 'chair',
	faces: STANDARD,
	pages: [
		{ id: '1', section: 'now', faces: STANDARD, questions: [{ id: '1', type: 'faces' }] },
		{
			id: '2',
			section: 'now',
			faces: STANDARD,
			questions: [
				{ id: '2', type: 'say' },
				{ id: '3', type: 'say' }
			]
		},
		{
			id: '4',
			section: 'now',
			faces: STANDARD,
			questions: [
				{
					id: '4',
					type: 'sort',
					cards: [
						{ id: 'health', picture: 'stethoscope' },
						{ id: 'school', picture: 'school' },
						{ id: 'feelings', picture: 'smile' },
						{ id: 'sleep', picture: 'moon' },
						{ id: 'food', picture: 'salad' },
						{ id: 'friends', picture: 'users-round' },
						{ id: 'identity', picture: 'sparkles' },
						{ id: 'family', picture: 'heart' }
					],
					places: [
						{ id: 'fine', picture: 'check' },
						{ id: 'watch', picture: 'eye' },
						{ id: 'need_help', picture: 'hand-helping' }
					]
				}
			]
		},
		{
			id: '5',
			section: 'last_time',
			faces: STANDARD,
			when: { fact: 'promises' },
			questions: [
				{
					id: '5',
					type: 'promises',
					choices: [
						{ id: 'done', picture: 'check' },
						{ id: 'partly', picture: 'minus' },
						{ id: 'not_done', picture: 'x' },
						{ id: 'not_known', picture: 'circle-help' }
					]
				}
			]
		},
		{
			id: '6',
			section: 'home',
			faces: STANDARD,
			questions: [
				{
					id: '6',
					type: 'sort',
					cards: [
						{ id: 'information', picture: 'file-text' },
						{ id: 'decisions', picture: 'gavel' },
						{ id: 'money', picture: 'coins' },
						{ id: 'training', picture: 'graduation-cap' },
						{ id: 'break', picture: 'clock' }
					],
					places: [
						{ id: 'enough', picture: 'check' },
						{ id: 'some', picture: 'minus' },
						{ id: 'missing', picture: 'x' }
					]
				}
			]
		},
		{
			id: '7',
			section: 'home',
			faces: STANDARD,
			questions: [
				{
					id: PLACEMENT_QUESTION,
					type: 'pick',
					options: [
						{ id: 'strong', picture: 'thumbs-up' },
						{ id: 'ok', picture: 'check' },
						{ id: 'strained', picture: 'minus' },
						{ id: 'may_end', picture: 'triangle-alert' }
					]
				}
			]
		},
		{
			id: '8',
			section: 'skills',
			faces: STANDARD,
			when: { fact: 'age_from', years: 16 },
			questions: [
				{ id: '8', type: 'picks', options: SKILLS },
				{ id: '8_more', type: 'say', under: '8' }
			]
		},
		{
			id: '9',
			section: 'review',
			faces: STANDARD,
			questions: [{ id: REPORTED_WISH, type: 'say' }]
		},
		{ id: '10', section: 'review', faces: STANDARD, questions: [{ id: '10', type: 'say' }] },
		{ id: '11', section: 'review', faces: STANDARD, questions: [{ id: '11', type: 'say' }] },
		{ id: '12', section: 'chair', faces: STANDARD, questions: [{ id: '12', type: 'yes_no' }] },
		{
			id: '12_more',
			section: 'chair',
			faces: STANDARD,
			when: { question: '12', is: ['yes'] },
			questions: [{ id: '12_more', type: 'say' }]
		}
	]
};
