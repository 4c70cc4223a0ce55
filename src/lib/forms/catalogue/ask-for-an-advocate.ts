import type { Form } from '../definition.ts';
import { EVERYBODY, LONG, SAFE, START } from './blocks.ts';

/**
 * Somebody independent who helps them say what they want. Only advocates get it: whether their social worker hears of
 * it is a question of its own, and where it is left open the answer is no.
 */
export const askForAnAdvocate: Form = {
	id: 'ask-for-an-advocate',
	version: 1,
	picture: 'hand-helping',
	group: 'ask',
	goesTo: { request: 'advocate' },
	leadsTo: [{ when: { question: '2', is: ['complaint'] }, form: 'complain' }],
	faces: EVERYBODY,
	pages: [
		...START,
		{ id: '1', section: 'what', faces: EVERYBODY, note: true, questions: [] },
		{
			id: '2',
			section: 'help',
			faces: EVERYBODY,
			questions: [
				{
					id: '2',
					type: 'picks',
					picture: 'hand-helping',
					options: [
						{ id: 'meeting', picture: 'calendar-heart' },
						{ id: 'plan', picture: 'notebook' },
						{ id: 'home', picture: 'house' },
						{ id: 'family', picture: 'users-round' },
						{ id: 'moving', picture: 'truck' },
						{ id: 'money', picture: 'wallet' },
						{ id: 'complaint', picture: 'megaphone' },
						{ id: 'worker', picture: 'user-round' },
						{ id: 'immigration', picture: 'earth' }
					],
					other: true
				}
			]
		},
		{
			id: '3',
			section: 'help',
			faces: EVERYBODY,
			questions: [{ id: '3', type: 'say', picture: 'message-circle' }]
		},
		{
			id: '4',
			section: 'help',
			faces: LONG,
			questions: [
				{ id: '4', type: 'date' },
				{ id: '4_more', type: 'say' }
			]
		},
		{
			id: '5',
			section: 'person',
			faces: LONG,
			questions: [
				{
					id: '5',
					type: 'pick',
					options: [{ id: 'woman' }, { id: 'man' }, { id: 'dont_mind' }]
				},
				{ id: '5_language', type: 'words' }
			]
		},
		{
			id: '6',
			section: 'reach',
			faces: EVERYBODY,
			questions: [
				{
					id: '6',
					type: 'pick',
					picture: 'phone',
					// Without a safe way nobody can come.
					required: true,
					options: [
						{ id: 'here', picture: 'message-square' },
						{ id: 'phone', picture: 'phone' },
						{ id: 'text', picture: 'smartphone' },
						{ id: 'school', picture: 'school' },
						{ id: 'home', picture: 'house' },
						{ id: 'somebody', picture: 'users-round' }
					]
				}
			]
		},
		{
			id: '6_more',
			section: 'reach',
			faces: EVERYBODY,
			when: { question: '6', is: ['phone', 'text', 'school', 'home', 'somebody'] },
			questions: [
				{ id: '6_more', type: 'words', picture: 'map-pin' },
				{ id: '6_time', type: 'words', faces: LONG }
			]
		},
		{
			id: '7',
			section: 'reach',
			faces: LONG,
			questions: [{ id: '7', type: 'yes_no' }]
		},
		...SAFE
	]
};
