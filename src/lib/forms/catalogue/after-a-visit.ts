import type { Condition, Form } from '../definition.ts';
import { EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

const WORKER_TO_CHANGE: Condition = { question: '10', is: ['another', 'never_hear'] };

/**
 * How it goes with their social worker or adviser: after a visit, and where no visit comes. It goes to their reviewing
 * officer, since the worker is whom it is about.
 */
export const afterAVisit: Form = {
	id: 'after-a-visit',
	version: 1,
	picture: 'message-circle-heart',
	group: 'tell',
	goesTo: 'chair',
	faces: EVERYBODY,
	landings: ['10', 'Z1'],
	pages: [
		...START,
		{
			id: '4',
			section: 'visit',
			faces: EVERYBODY,
			questions: [{ id: '4', type: 'faces', picture: 'footprints' }]
		},
		{
			id: '5',
			section: 'visit',
			faces: EVERYBODY,
			questions: [
				{ id: '5', type: 'yes_no', picture: 'user-round' },
				{ id: '7', type: 'yes_no', faces: LONG }
			]
		},
		{
			id: '6',
			section: 'visit',
			faces: EVERYBODY,
			questions: [{ id: '6', type: 'faces', picture: 'ear' }]
		},
		{
			id: '8',
			section: 'promised',
			faces: LONG,
			questions: [
				{ id: '8', type: 'list' },
				{ id: '8_when', type: 'date' }
			]
		},
		{
			id: '9',
			section: 'promised',
			faces: EVERYBODY,
			questions: [{ id: '9', type: 'say', picture: 'speech' }]
		},
		{
			id: '10',
			section: 'worker',
			faces: EVERYBODY,
			questions: [
				{
					id: '10',
					type: 'pick',
					picture: 'user-round',
					options: [
						{ id: 'fine', picture: 'thumbs-up' },
						{ id: 'another', picture: 'user-plus' },
						{ id: 'never_hear', picture: 'user-round-x' },
						{ id: 'not_sure', picture: 'circle-help' }
					],
					asks: { when: ['another', 'never_hear'], kind: 'change_of_worker' }
				}
			]
		},
		{
			id: '10_why',
			section: 'worker',
			faces: EVERYBODY,
			when: WORKER_TO_CHANGE,
			questions: [{ id: '10_why', type: 'say', picture: 'message-square' }]
		},
		...SAFE,
		...READERS
	]
};
