import type { Form } from '../definition.ts';
import { askedForAdvocate, EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

/**
 * Where somebody who is leaving care stands, and what they want of the people who have promised to help. Their plan is
 * looked at every six months, and whenever they ask (SI 2010/2571 reg 7): question 17 is that asking.
 */
export const myPathwayPlan: Form = {
	id: 'my-pathway-plan',
	version: 1,
	picture: 'compass',
	group: 'meeting',
	goesTo: 'chair',
	offered: {
		any: [
			{ fact: 'planned', kinds: ['pathway_review'] },
			{
				all: [
					{ fact: 'age_from', years: 16 },
					{ fact: 'status', is: ['looked_after', 'care_leaver'] }
				]
			}
		]
	},
	leadsTo: [
		{ when: { question: '18', is: ['yes', 'not_sure'] }, form: 'ask-for-an-advocate' },
		{ when: { fact: 'age_from', years: 15 }, form: 'my-skills' }
	],
	meetings: { kinds: ['pathway_review'], alsoFits: [] },
	faces: EVERYBODY,
	landings: ['14', '17', 'Z1'],
	pages: [
		...START,
		{
			id: '1',
			section: 'now',
			faces: EVERYBODY,
			questions: [{ id: '1', type: 'faces', picture: 'smile' }]
		},
		{
			id: '2',
			section: 'home',
			faces: EVERYBODY,
			questions: [
				{ id: '2_safe', type: 'yes_no', faces: LONG },
				{ id: '2_afford', type: 'yes_no', faces: LONG },
				{ id: '2_right', type: 'yes_no', picture: 'house' },
				{ id: '2_more', type: 'say', faces: LONG }
			]
		},
		{
			id: '3',
			section: 'home',
			faces: LONG,
			questions: [{ id: '3', type: 'yes_no' }]
		},
		{
			id: '4',
			section: 'money',
			faces: EVERYBODY,
			questions: [
				{
					id: '4',
					type: 'pick',
					picture: 'wallet',
					options: [
						{ id: 'enough', picture: 'check' },
						{ id: 'just', picture: 'minus' },
						{ id: 'not_enough', picture: 'x' },
						{ id: 'not_sure', picture: 'circle-help' },
						{ id: 'rather_not', picture: 'eye-off' }
					]
				}
			]
		},
		{
			id: '5',
			section: 'money',
			faces: LONG,
			questions: [{ id: '5', type: 'yes_no' }]
		},
		{
			id: '6',
			section: 'money',
			faces: LONG,
			questions: [
				{
					id: '6',
					type: 'sort',
					cards: [
						{ id: 'benefits', picture: 'hand-coins' },
						{ id: 'bank', picture: 'landmark' },
						{ id: 'identity', picture: 'id-card' },
						{ id: 'insurance_number', picture: 'hash' },
						{ id: 'passport', picture: 'plane' },
						{ id: 'right_to_stay', picture: 'file-check' }
					],
					places: [
						{ id: 'have', picture: 'check' },
						{ id: 'need', picture: 'hand' },
						{ id: 'dont_know', picture: 'circle-help' }
					]
				}
			]
		},
		{
			id: '7',
			section: 'work',
			faces: LONG,
			questions: [
				{ id: '7', type: 'say' },
				{ id: '7_next', type: 'say' }
			]
		},
		{
			id: '8',
			section: 'health',
			faces: EVERYBODY,
			questions: [
				{
					id: '8',
					type: 'sort',
					picture: 'stethoscope',
					cards: [
						{ id: 'body', picture: 'heart-pulse' },
						{ id: 'doctor', picture: 'stethoscope' },
						{ id: 'dentist', picture: 'smile' },
						{ id: 'mind', picture: 'brain' }
					],
					places: [
						{ id: 'sorted', picture: 'check' },
						{ id: 'need_help', picture: 'hand' }
					]
				}
			]
		},
		{
			id: '9',
			section: 'people',
			faces: EVERYBODY,
			questions: [{ id: '9', type: 'people', picture: 'users-round' }]
		},
		{
			id: '10',
			section: 'people',
			faces: LONG,
			questions: [
				{
					id: '10',
					type: 'pick',
					options: [
						{ id: 'never' },
						{ id: 'not_often' },
						{ id: 'sometimes' },
						{ id: 'often' },
						{ id: 'always' },
						{ id: 'rather_not' }
					]
				}
			]
		},
		{
			id: '11',
			section: 'people',
			faces: LONG,
			questions: [{ id: '11', type: 'yes_no' }]
		},
		{
			id: '11_help',
			section: 'people',
			faces: LONG,
			when: { question: '11', is: ['yes'] },
			questions: [
				{ id: '11_help', type: 'yes_no' },
				{ id: '11_more', type: 'say' }
			]
		},
		{
			id: '12',
			section: 'people',
			faces: LONG,
			questions: [
				{
					id: '12',
					type: 'pick',
					options: [
						{ id: 'too_much', picture: 'plus' },
						{ id: 'right', picture: 'check' },
						{ id: 'not_enough', picture: 'minus' },
						{ id: 'never', picture: 'x' },
						{ id: 'nobody', picture: 'user-round-x' }
					]
				}
			]
		},
		{
			id: '13',
			section: 'plan',
			faces: LONG,
			questions: [{ id: '13', type: 'list' }]
		},
		{
			id: '14',
			section: 'plan',
			faces: EVERYBODY,
			questions: [{ id: '14', type: 'star', picture: 'star' }]
		},
		{
			id: '15',
			section: 'plan',
			faces: LONG,
			questions: [
				{ id: '15', type: 'people' },
				{ id: '15_when', type: 'date' }
			]
		},
		{
			id: '16',
			section: 'plan',
			faces: LONG,
			questions: [{ id: '16', type: 'yes_no' }]
		},
		{
			id: '17',
			section: 'plan',
			faces: EVERYBODY,
			questions: [
				{
					id: '17',
					type: 'pick',
					picture: 'calendar-clock',
					options: [
						{ id: 'usual', picture: 'calendar-days' },
						{ id: 'sooner', picture: 'calendar-clock' },
						{ id: 'not_sure', picture: 'circle-help' }
					],
					asks: { when: ['sooner'], kind: 'early_review' }
				}
			]
		},
		{
			id: '17_why',
			section: 'plan',
			faces: LONG,
			when: { question: '17', is: ['sooner'] },
			questions: [{ id: '17_why', type: 'say' }]
		},
		{
			id: '18',
			section: 'plan',
			faces: EVERYBODY,
			questions: [askedForAdvocate('18')]
		},
		...SAFE,
		...READERS
	]
};
