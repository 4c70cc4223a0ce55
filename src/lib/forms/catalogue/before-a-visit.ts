import type { Form } from '../definition.ts';
import { EVERYBODY, READERS, SAFE, START } from './blocks.ts';

/** What they want from the next visit of their social worker or adviser, who gets it. */
export const beforeAVisit: Form = {
	id: 'before-a-visit',
	version: 1,
	picture: 'footprints',
	group: 'tell',
	goesTo: 'worker',
	faces: EVERYBODY,
	pages: [
		...START,
		{
			id: '1',
			section: 'visit',
			faces: EVERYBODY,
			questions: [{ id: '1', type: 'yes_no', picture: 'calendar-days' }]
		},
		{
			id: '2',
			section: 'visit',
			faces: EVERYBODY,
			questions: [
				{
					id: '2',
					type: 'picks',
					picture: 'message-circle',
					options: [
						{ id: 'home', picture: 'house' },
						{ id: 'family', picture: 'users-round' },
						{ id: 'school', picture: 'school' },
						{ id: 'friends', picture: 'smile' },
						{ id: 'health', picture: 'heart-pulse' },
						{ id: 'money', picture: 'wallet' },
						{ id: 'plan', picture: 'notebook' },
						{ id: 'past', picture: 'book-heart' }
					],
					other: true
				},
				{ id: '2_more', type: 'say', faces: ['standard', 'grown_up'] }
			]
		},
		{
			id: '3',
			section: 'visit',
			faces: EVERYBODY,
			questions: [
				{
					id: '3',
					type: 'pick',
					picture: 'map-pin',
					options: [
						{ id: 'home', picture: 'house' },
						{ id: 'out', picture: 'trees' },
						{ id: 'school', picture: 'school' },
						{ id: 'call', picture: 'video' },
						{ id: 'dont_mind', picture: 'thumbs-up' }
					]
				}
			]
		},
		{
			id: '3_who',
			section: 'visit',
			faces: EVERYBODY,
			questions: [
				{
					id: '3_who',
					type: 'pick',
					picture: 'user-round',
					options: [
						{ id: 'alone', picture: 'user-round' },
						{ id: 'with_somebody', picture: 'users-round' },
						{ id: 'dont_mind', picture: 'thumbs-up' }
					]
				}
			]
		},
		...SAFE,
		...READERS
	]
};
