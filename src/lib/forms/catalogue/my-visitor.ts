import type { Condition, Form } from '../definition.ts';
import { EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

const TO_STOP: Condition = { question: '9', is: ['yes'] };

/**
 * How it goes with their independent visitor, and whether it shall stop. It goes where the asking went: whoever found
 * the visitor is who must end the visits, so no question of it has to ask for anything once more.
 */
export const myVisitor: Form = {
	id: 'my-visitor',
	version: 1,
	picture: 'heart-handshake',
	group: 'ask',
	goesTo: { request: 'independent_visitor' },
	offered: { fact: 'status', is: ['looked_after'] },
	faces: EVERYBODY,
	pages: [
		...START,
		{
			id: '8',
			section: 'visits',
			faces: EVERYBODY,
			questions: [
				{ id: '8', type: 'faces', picture: 'heart-handshake' },
				{ id: '8_more', type: 'say', faces: LONG }
			]
		},
		{
			id: '9',
			section: 'visits',
			faces: EVERYBODY,
			questions: [{ id: '9', type: 'yes_no', picture: 'hand' }]
		},
		{
			id: '9_more',
			section: 'visits',
			faces: LONG,
			when: TO_STOP,
			questions: [{ id: '9_more', type: 'say' }]
		},
		{
			id: '9_other',
			section: 'visits',
			faces: EVERYBODY,
			when: TO_STOP,
			questions: [{ id: '9_other', type: 'yes_no', picture: 'user-plus' }]
		},
		...SAFE,
		...READERS
	]
};
