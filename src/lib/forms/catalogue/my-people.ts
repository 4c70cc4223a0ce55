import type { Form } from '../definition.ts';
import { EVERYBODY } from './blocks.ts';

/** The people in their life, kept once and offered wherever a form asks for people. */
export const myPeople: Form = {
	id: 'my-people',
	version: 1,
	picture: 'users-round',
	group: 'me',
	goesTo: 'kept',
	faces: EVERYBODY,
	pages: [
		{
			id: 'people',
			section: 'people',
			faces: EVERYBODY,
			questions: [
				{
					id: 'people',
					type: 'people',
					picture: 'users-round',
					choices: [
						{ id: 'family', picture: 'heart' },
						{ id: 'friend', picture: 'smile' },
						{ id: 'carer', picture: 'house-heart' },
						{ id: 'worker', picture: 'user-round' },
						{ id: 'school', picture: 'school' },
						{ id: 'other', picture: 'ellipsis' }
					]
				}
			]
		}
	]
};
