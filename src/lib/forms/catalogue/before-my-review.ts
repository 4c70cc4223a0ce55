import type { Condition, Form } from '../definition.ts';
import { askedForAdvocate, EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

const ARRIVED_ALONE: Condition = { fact: 'unaccompanied' };

/**
 * What a looked-after young person wants said and decided at their review. Asked before a conference or a pathway
 * review too, when one of these is the meeting they mean.
 */
export const beforeMyReview: Form = {
	id: 'before-my-review',
	version: 1,
	picture: 'notebook-pen',
	group: 'meeting',
	goesTo: 'chair',
	offered: {
		any: [
			{ fact: 'status', is: ['looked_after'] },
			{ fact: 'planned', kinds: ['looked_after_review'] }
		]
	},
	meetings: {
		kinds: ['looked_after_review'],
		alsoFits: ['initial_conference', 'review_conference']
	},
	faces: EVERYBODY,
	landings: ['23', 'Z1'],
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
				{ id: '2', type: 'faces', picture: 'house' },
				{ id: '4', type: 'say', faces: LONG }
			]
		},
		{
			id: '3',
			section: 'home',
			faces: LONG,
			questions: [{ id: '3', type: 'say' }]
		},
		{
			id: '5',
			section: 'home',
			faces: EVERYBODY,
			questions: [
				{
					id: '5',
					type: 'sort',
					picture: 'bed-single',
					cards: [
						{ id: 'food', picture: 'utensils' },
						{ id: 'sleep', picture: 'moon' },
						{ id: 'room', picture: 'bed-single' },
						{ id: 'rules', picture: 'list' },
						{ id: 'people', picture: 'users-round' },
						{ id: 'pets', picture: 'paw-print' },
						{ id: 'online', picture: 'wifi' }
					]
				}
			]
		},
		{
			id: '31',
			section: 'home',
			faces: LONG,
			when: ARRIVED_ALONE,
			questions: [
				{ id: '31', type: 'faces' },
				{ id: '31_more', type: 'say' }
			]
		},
		{
			id: '33',
			section: 'home',
			faces: LONG,
			when: ARRIVED_ALONE,
			questions: [{ id: '33', type: 'faces' }]
		},
		{
			id: '6',
			section: 'home',
			faces: LONG,
			questions: [{ id: '6', type: 'faces' }]
		},
		{
			id: '7',
			section: 'school',
			faces: EVERYBODY,
			questions: [
				{ id: '7', type: 'faces', picture: 'school' },
				{ id: '8', type: 'say', faces: LONG }
			]
		},
		{
			id: '9',
			section: 'health',
			faces: EVERYBODY,
			questions: [{ id: '9', type: 'say', picture: 'stethoscope' }]
		},
		{
			id: '10',
			section: 'health',
			faces: LONG,
			questions: [
				{
					id: '10',
					type: 'picks',
					options: [
						{ id: 'calm', picture: 'leaf' },
						{ id: 'happy', picture: 'face-slightly-smiling' },
						{ id: 'worried', picture: 'cloud-rain' },
						{ id: 'angry', picture: 'face-angry' },
						{ id: 'lonely', picture: 'user-round' },
						{ id: 'sad', picture: 'face-slightly-frowning' },
						{ id: 'proud', picture: 'medal' },
						{ id: 'tired', picture: 'battery-low' }
					],
					other: true
				}
			]
		},
		{
			id: '36',
			section: 'health',
			faces: LONG,
			when: ARRIVED_ALONE,
			questions: [
				{ id: '36', type: 'yes_no' },
				{ id: '36_help', type: 'yes_no' }
			]
		},
		{
			id: '11',
			section: 'people',
			faces: LONG,
			questions: [{ id: '11', type: 'people' }]
		},
		{
			id: '12',
			section: 'people',
			faces: EVERYBODY,
			questions: [
				{
					id: '12',
					type: 'people',
					picture: 'users-round',
					choices: [
						{ id: 'too_much', picture: 'plus' },
						{ id: 'right', picture: 'check' },
						{ id: 'not_enough', picture: 'minus' }
					]
				}
			]
		},
		{
			id: '13',
			section: 'people',
			faces: LONG,
			questions: [
				{ id: '13', type: 'people' },
				{ id: '13_more', type: 'say' }
			]
		},
		{
			id: '35',
			section: 'people',
			faces: LONG,
			when: ARRIVED_ALONE,
			questions: [{ id: '35', type: 'yes_no' }]
		},
		{
			id: '22',
			section: 'people',
			faces: LONG,
			questions: [{ id: '22', type: 'faces' }]
		},
		{
			id: '14',
			section: 'people',
			faces: LONG,
			questions: [{ id: '14', type: 'say' }]
		},
		{
			id: '15',
			section: 'you',
			faces: LONG,
			questions: [
				{ id: '15', type: 'yes_no' },
				{ id: '15_more', type: 'say' }
			]
		},
		{
			id: '32',
			section: 'you',
			faces: LONG,
			when: ARRIVED_ALONE,
			questions: [{ id: '32', type: 'yes_no' }]
		},
		{
			id: '16',
			section: 'story',
			faces: LONG,
			questions: [
				{ id: '16', type: 'yes_no' },
				{ id: '17', type: 'yes_no' }
			]
		},
		{
			id: '18',
			section: 'story',
			faces: LONG,
			questions: [
				{ id: '18', type: 'yes_no' },
				{
					id: '19',
					type: 'pick',
					options: [
						{ id: 'all', picture: 'check' },
						{ id: 'some', picture: 'minus' },
						{ id: 'none', picture: 'x' },
						{ id: 'dont_know_it', picture: 'circle-help' }
					]
				}
			]
		},
		{
			id: '20',
			section: 'story',
			faces: LONG,
			questions: [{ id: '20', type: 'say' }]
		},
		{
			id: '34',
			section: 'story',
			faces: LONG,
			when: ARRIVED_ALONE,
			questions: [
				{ id: '34', type: 'yes_no' },
				{ id: '34_date', type: 'yes_no' }
			]
		},
		{
			id: '21',
			section: 'story',
			faces: LONG,
			when: { fact: 'promises' },
			questions: [
				{
					id: '21',
					type: 'promises',
					choices: [
						{ id: 'done', picture: 'check' },
						{ id: 'started', picture: 'clock' },
						{ id: 'not_done', picture: 'x' },
						{ id: 'dont_know', picture: 'circle-help' }
					]
				}
			]
		},
		{
			id: '23',
			section: 'matters',
			faces: EVERYBODY,
			questions: [{ id: '23', type: 'star', picture: 'star' }]
		},
		{
			id: '24',
			section: 'matters',
			faces: LONG,
			questions: [{ id: '24', type: 'list' }]
		},
		{
			id: '25',
			section: 'review',
			faces: EVERYBODY,
			questions: [
				{
					id: '25',
					type: 'pick',
					picture: 'calendar-heart',
					options: [
						{ id: 'all', picture: 'check' },
						{ id: 'some', picture: 'timer' },
						{ id: 'not_there', picture: 'mail' },
						{ id: 'not_sure', picture: 'circle-help' }
					]
				}
			]
		},
		{
			id: '26',
			section: 'review',
			faces: LONG,
			questions: [
				{
					id: '26',
					type: 'pick',
					options: [
						{ id: 'home', picture: 'house' },
						{ id: 'school', picture: 'school' },
						{ id: 'office', picture: 'landmark' },
						{ id: 'out', picture: 'trees' },
						{ id: 'video', picture: 'video' },
						{ id: 'somewhere_else', picture: 'map-pin' },
						{ id: 'dont_mind', picture: 'thumbs-up' }
					]
				},
				{ id: '26_more', type: 'words' }
			]
		},
		{
			id: '26_when',
			section: 'review',
			faces: LONG,
			questions: [{ id: '26_when', type: 'when' }]
		},
		{
			id: '27',
			section: 'review',
			faces: LONG,
			questions: [
				{
					id: '27',
					type: 'people',
					choices: [
						{ id: 'come', picture: 'user-round-check' },
						{ id: 'not_come', picture: 'user-round-x' }
					]
				}
			]
		},
		{
			id: '28',
			section: 'review',
			faces: LONG,
			when: { question: '25', is: ['all', 'some', 'not_sure', 'rather_not', 'skipped'] },
			questions: [
				{
					id: '28',
					type: 'pick',
					options: [
						{ id: 'no', picture: 'x' },
						{ id: 'choose', picture: 'music' },
						{ id: 'topics', picture: 'list' },
						{ id: 'one_part', picture: 'mic' },
						{ id: 'together', picture: 'users-round' },
						{ id: 'all', picture: 'megaphone' }
					]
				}
			]
		},
		{
			id: '29',
			section: 'review',
			faces: LONG,
			questions: [askedForAdvocate('29')]
		},
		{
			id: '30',
			section: 'review',
			faces: LONG,
			questions: [
				{
					id: '30',
					type: 'pick',
					options: [
						{ id: 'yes', picture: 'check' },
						{ id: 'sometimes', picture: 'minus' },
						{ id: 'no', picture: 'x' }
					]
				}
			]
		},
		{
			id: '30_more',
			section: 'review',
			faces: LONG,
			when: { question: '30', is: ['sometimes', 'yes'] },
			questions: [
				{ id: '30_language', type: 'words' },
				{ id: '30_dialect', type: 'words' },
				{
					id: '30_who',
					type: 'pick',
					options: [{ id: 'woman' }, { id: 'man' }, { id: 'dont_mind' }]
				}
			]
		},
		...SAFE,
		...READERS
	]
};
