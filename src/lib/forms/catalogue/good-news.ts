import type { Form } from '../definition.ts';
import { EVERYBODY, WHO_IS_THERE } from './blocks.ts';

/** Something that went well, and thanks to whoever helped. Nothing is asked here that could spoil it. */
export const goodNews: Form = {
	id: 'good-news',
	version: 1,
	picture: 'party-popper',
	group: 'tell',
	goesTo: 'chair',
	faces: EVERYBODY,
	pages: [
		...WHO_IS_THERE,
		{
			id: '1',
			section: 'news',
			faces: EVERYBODY,
			questions: [{ id: '1', type: 'say', picture: 'party-popper' }]
		},
		{
			id: '2',
			section: 'news',
			faces: EVERYBODY,
			questions: [{ id: '2', type: 'faces', picture: 'smile' }]
		},
		{
			id: '3',
			section: 'thanks',
			faces: EVERYBODY,
			questions: [
				{
					id: '3',
					type: 'people',
					picture: 'hand-heart',
					staff: true,
					choices: [
						{ id: 'thank', picture: 'message-circle-heart' },
						{ id: 'helped', picture: 'hand-heart' }
					]
				}
			]
		},
		{
			id: '4',
			section: 'readers',
			faces: EVERYBODY,
			questions: [{ id: '4', type: 'audience', picture: 'megaphone' }]
		},
		{
			id: '5',
			section: 'readers',
			faces: EVERYBODY,
			questions: [{ id: '5', type: 'yes_no', picture: 'book-heart' }]
		}
	]
};
