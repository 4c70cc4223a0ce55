import type { Form } from '../definition.ts';
import { askedForAdvocate, EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

/**
 * What a child wants heard where it is decided how they are kept safe. Their parents are there too, so question 13
 * stands behind every other that could be told on: whatever was said, Z1 and Z2 included, can be protected.
 */
export const beforeMyConference: Form = {
	id: 'before-my-conference',
	version: 1,
	picture: 'umbrella',
	group: 'meeting',
	goesTo: 'chair',
	offered: {
		any: [
			{ fact: 'status', is: ['child_protection'] },
			{ fact: 'planned', kinds: ['initial_conference', 'review_conference'] }
		]
	},
	meetings: { kinds: ['initial_conference', 'review_conference'], alsoFits: [] },
	faces: EVERYBODY,
	landings: ['12', 'Z1', '13'],
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
			section: 'now',
			faces: LONG,
			questions: [
				{ id: '2', type: 'yes_no' },
				{ id: '3', type: 'say' }
			]
		},
		{
			id: '4',
			section: 'home',
			faces: EVERYBODY,
			questions: [
				{
					id: '4',
					type: 'sort',
					picture: 'house',
					cards: [
						{ id: 'food', picture: 'utensils' },
						{ id: 'sleep', picture: 'moon' },
						{ id: 'warm', picture: 'house-heart' },
						{ id: 'play', picture: 'puzzle' },
						{ id: 'hugs', picture: 'heart' },
						{ id: 'voices', picture: 'volume-2' },
						{ id: 'visitors', picture: 'door-open' }
					]
				},
				{ id: '4_more', type: 'say', faces: LONG }
			]
		},
		{
			id: '5',
			section: 'home',
			faces: EVERYBODY,
			questions: [{ id: '5', type: 'say', picture: 'cloud-rain' }]
		},
		{
			id: '6',
			section: 'home',
			faces: EVERYBODY,
			questions: [
				{
					id: '6',
					type: 'scale',
					picture: 'shield',
					alert: { when: ['0', '1', '2'], kind: 'not_safe' }
				},
				{ id: '7', type: 'say', faces: LONG }
			]
		},
		{
			id: '8',
			section: 'home',
			faces: LONG,
			questions: [
				{ id: '8', type: 'people' },
				{ id: '8_more', type: 'say' }
			]
		},
		{
			id: '9',
			section: 'people',
			faces: LONG,
			questions: [
				{
					id: '9',
					type: 'people',
					choices: [
						{ id: 'more', picture: 'plus' },
						{ id: 'same', picture: 'check' },
						{ id: 'less', picture: 'minus' },
						{ id: 'none', picture: 'x' }
					]
				}
			]
		},
		{
			id: '10',
			section: 'change',
			faces: EVERYBODY,
			questions: [
				{ id: '10', type: 'list', picture: 'sparkles' },
				{ id: '10_more', type: 'say', faces: LONG }
			]
		},
		{
			id: '11',
			section: 'change',
			faces: LONG,
			questions: [{ id: '11', type: 'say' }]
		},
		{
			id: '12',
			section: 'change',
			faces: EVERYBODY,
			questions: [{ id: '12', type: 'star', picture: 'star' }]
		},
		{
			id: '14',
			section: 'meeting',
			faces: LONG,
			questions: [
				{
					id: '14',
					type: 'pick',
					options: [
						{ id: 'come', picture: 'check' },
						{ id: 'part', picture: 'timer' },
						{ id: 'advocate', picture: 'hand-helping' },
						{ id: 'film', picture: 'video' },
						{ id: 'this', picture: 'mail' },
						{ id: 'not_sure', picture: 'circle-help' }
					]
				}
			]
		},
		{
			id: '15',
			section: 'meeting',
			faces: LONG,
			questions: [askedForAdvocate('15')]
		},
		{
			id: '16',
			section: 'meeting',
			faces: LONG,
			questions: [
				{
					id: '16',
					type: 'pick',
					options: [
						{ id: 'talk', picture: 'speech' },
						{ id: 'call', picture: 'phone' },
						{ id: 'letter', picture: 'mail-open' },
						{ id: 'here', picture: 'message-square' }
					]
				},
				{ id: '16_who', type: 'people' }
			]
		},
		...SAFE,
		{
			id: '13',
			section: 'protect',
			faces: EVERYBODY,
			questions: [{ id: '13', type: 'yes_no', picture: 'lock' }]
		},
		{
			id: '13_which',
			section: 'protect',
			faces: EVERYBODY,
			when: { question: '13', is: ['yes', 'not_sure'] },
			questions: [{ id: '13_which', type: 'protect', picture: 'lock' }]
		},
		...READERS
	]
};
