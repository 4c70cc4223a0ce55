import type { Form } from '../definition.ts';
import { askedForAdvocate, EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

/** That something went wrong. Who it is about can neither open it nor handle it, in any face. */
export const complain: Form = {
	id: 'complain',
	version: 1,
	picture: 'megaphone',
	group: 'ask',
	goesTo: { request: 'complaint' },
	faces: EVERYBODY,
	pages: [
		...START,
		{ id: '1', section: 'what', faces: EVERYBODY, note: true, questions: [] },
		{
			id: '2',
			section: 'wrong',
			faces: EVERYBODY,
			questions: [{ id: '2', type: 'say', picture: 'megaphone' }]
		},
		{
			id: '3',
			section: 'wrong',
			faces: LONG,
			questions: [
				{
					id: '3',
					type: 'picks',
					options: [
						{ id: 'person', picture: 'user-round' },
						{ id: 'place', picture: 'map-pin' },
						{ id: 'decision', picture: 'gavel' },
						{ id: 'not_done', picture: 'circle-x' }
					],
					other: true
				}
			]
		},
		{
			id: '4',
			section: 'wrong',
			faces: EVERYBODY,
			questions: [{ id: '4', type: 'people', picture: 'user-round-x', staff: true, locksOut: true }]
		},
		{
			id: '5',
			section: 'wrong',
			faces: LONG,
			questions: [
				{
					id: '5',
					type: 'pick',
					options: [
						{ id: 'once', picture: 'calendar' },
						{ id: 'often', picture: 'calendar-days' },
						{ id: 'still', picture: 'refresh-cw' }
					]
				},
				{ id: '5_date', type: 'date' }
			]
		},
		{
			id: '6',
			section: 'wrong',
			faces: LONG,
			questions: [
				{ id: '6', type: 'yes_no' },
				{ id: '6_who', type: 'people' }
			]
		},
		{
			id: '7',
			section: 'right',
			faces: EVERYBODY,
			questions: [
				{
					id: '7',
					type: 'picks',
					picture: 'thumbs-up',
					options: [
						{ id: 'sorry', picture: 'heart-handshake' },
						{ id: 'explain', picture: 'speech' },
						{ id: 'change', picture: 'refresh-cw' },
						{ id: 'keep_word', picture: 'handshake' },
						{ id: 'someone_new', picture: 'user-plus' }
					],
					other: true
				},
				{ id: '7_more', type: 'say', faces: LONG }
			]
		},
		{
			id: '8',
			section: 'right',
			faces: EVERYBODY,
			questions: [
				// The law has the offer made to everybody who complains, and what they said written down.
				{ ...askedForAdvocate('8'), required: true }
			]
		},
		{
			id: '9',
			section: 'right',
			faces: LONG,
			questions: [{ id: '9', type: 'yes_no' }]
		},
		{
			id: '10',
			section: 'right',
			faces: LONG,
			questions: [{ id: '10', type: 'say' }]
		},
		...SAFE,
		...READERS,
		{ id: 'next_days', section: 'next', faces: EVERYBODY, note: true, questions: [] }
	]
};
