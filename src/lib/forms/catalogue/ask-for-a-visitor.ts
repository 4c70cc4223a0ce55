import type { Condition, Form } from '../definition.ts';
import { EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

/** Whoever says no is asked nothing more about it. */
const NOT_REFUSED: Condition = { not: { question: '2', is: ['no'] } };

/** Somebody from outside the council who visits and is there for them. A no is as good to send as a yes. */
export const askForAVisitor: Form = {
	id: 'ask-for-a-visitor',
	version: 1,
	picture: 'hand-heart',
	group: 'ask',
	goesTo: { request: 'independent_visitor' },
	offered: { fact: 'status', is: ['looked_after'] },
	faces: EVERYBODY,
	pages: [
		...START,
		{ id: '1', section: 'what', faces: EVERYBODY, note: true, questions: [] },
		{
			id: '2',
			section: 'what',
			faces: EVERYBODY,
			questions: [{ id: '2', type: 'yes_no', picture: 'hand-heart' }]
		},
		{
			id: '2_no',
			section: 'what',
			faces: EVERYBODY,
			when: { question: '2', is: ['no'] },
			note: true,
			questions: []
		},
		{
			id: '3',
			section: 'together',
			faces: EVERYBODY,
			when: NOT_REFUSED,
			questions: [
				{
					id: '3',
					type: 'picks',
					picture: 'footprints',
					options: [
						{ id: 'sport', picture: 'volleyball' },
						{ id: 'eat', picture: 'pizza' },
						{ id: 'cook', picture: 'cooking-pot' },
						{ id: 'games', picture: 'gamepad-2' },
						{ id: 'film', picture: 'popcorn' },
						{ id: 'outside', picture: 'trees' },
						{ id: 'music', picture: 'music' },
						{ id: 'make', picture: 'palette' },
						{ id: 'talk', picture: 'message-circle' }
					],
					other: true
				},
				{ id: '3_more', type: 'say', faces: LONG }
			]
		},
		{
			id: '4',
			section: 'person',
			faces: LONG,
			when: NOT_REFUSED,
			questions: [
				{
					id: '4',
					type: 'picks',
					options: [
						{ id: 'young', picture: 'user-round' },
						{ id: 'older', picture: 'glasses' },
						{ id: 'woman', picture: 'venus' },
						{ id: 'man', picture: 'mars' },
						{ id: 'language', picture: 'languages' },
						{ id: 'faith', picture: 'sparkles' },
						{ id: 'likes', picture: 'heart' },
						{ id: 'pets', picture: 'paw-print' },
						{ id: 'quiet', picture: 'leaf' },
						{ id: 'funny', picture: 'laugh' }
					],
					other: true
				}
			]
		},
		{
			id: '5',
			section: 'person',
			faces: LONG,
			when: NOT_REFUSED,
			questions: [{ id: '5', type: 'when' }]
		},
		{
			id: '6',
			section: 'more',
			faces: LONG,
			when: NOT_REFUSED,
			questions: [{ id: '6', type: 'people' }]
		},
		{
			id: '7',
			section: 'more',
			faces: LONG,
			when: NOT_REFUSED,
			questions: [{ id: '7', type: 'say' }]
		},
		...SAFE,
		...READERS
	]
};
