import type { Form } from '../definition.ts';
import { EVERYBODY, LONG } from './blocks.ts';

/**
 * What people should know to talk with them well. Nobody is sent it: it is kept, and stands beside what they send. It
 * asks neither who is with them nor whether they are safe, as nobody reads it for its own sake.
 */
export const aboutMe: Form = {
	id: 'about-me',
	version: 1,
	picture: 'user-round',
	group: 'me',
	goesTo: 'kept',
	faces: EVERYBODY,
	pages: [
		{
			id: '1',
			section: 'name',
			faces: EVERYBODY,
			questions: [
				{ id: '1', type: 'words', picture: 'user-round' },
				{ id: '1_say', type: 'words', faces: LONG }
			]
		},
		{
			id: '2',
			section: 'name',
			faces: LONG,
			questions: [
				{
					id: '2',
					type: 'pick',
					options: [{ id: 'she' }, { id: 'he' }, { id: 'they' }, { id: 'name' }]
				},
				{ id: '2_more', type: 'words' }
			]
		},
		{
			id: '3',
			section: 'talk',
			faces: EVERYBODY,
			questions: [
				{ id: '3', type: 'list', picture: 'languages' },
				{ id: '3_dialect', type: 'words', faces: LONG }
			]
		},
		{
			id: '4',
			section: 'talk',
			faces: EVERYBODY,
			questions: [
				{
					id: '4',
					type: 'picks',
					picture: 'thumbs-up',
					options: [
						{ id: 'word', picture: 'speech' },
						{ id: 'nod', picture: 'check' },
						{ id: 'smile', picture: 'smile' },
						{ id: 'hand', picture: 'thumbs-up' },
						{ id: 'look', picture: 'eye' },
						{ id: 'picture', picture: 'images' }
					],
					other: true
				}
			]
		},
		{
			id: '4_no',
			section: 'talk',
			faces: EVERYBODY,
			questions: [
				{
					id: '4_no',
					type: 'picks',
					picture: 'thumbs-down',
					options: [
						{ id: 'word', picture: 'speech' },
						{ id: 'shake', picture: 'x' },
						{ id: 'turn_away', picture: 'undo2' },
						{ id: 'hand', picture: 'hand' },
						{ id: 'quiet', picture: 'moon' },
						{ id: 'picture', picture: 'images' }
					],
					other: true
				}
			]
		},
		{
			id: '5',
			section: 'talk',
			faces: EVERYBODY,
			questions: [
				{
					id: '5',
					type: 'picks',
					picture: 'message-circle-heart',
					options: [
						{ id: 'time', picture: 'hourglass' },
						{ id: 'one_person', picture: 'user-round' },
						{ id: 'quiet', picture: 'leaf' },
						{ id: 'walk', picture: 'footprints' },
						{ id: 'draw', picture: 'pencil' },
						{ id: 'pictures', picture: 'images' },
						{ id: 'hold', picture: 'puzzle' },
						{ id: 'write', picture: 'keyboard' },
						{ id: 'with_me', picture: 'users-round' }
					],
					other: true
				},
				{ id: '5_more', type: 'say', faces: LONG }
			]
		},
		{
			id: '6',
			section: 'talk',
			faces: EVERYBODY,
			questions: [
				{
					id: '6',
					type: 'picks',
					picture: 'cloud-rain',
					options: [
						{ id: 'loud', picture: 'volume-2' },
						{ id: 'many_people', picture: 'users' },
						{ id: 'touch', picture: 'hand' },
						{ id: 'many_questions', picture: 'circle-help' },
						{ id: 'surprise', picture: 'zap' },
						{ id: 'waiting', picture: 'clock' },
						{ id: 'talk_over_me', picture: 'megaphone' }
					],
					other: true
				},
				{ id: '6_more', type: 'say', faces: LONG }
			]
		},
		{
			id: '8',
			section: 'care',
			faces: LONG,
			questions: [
				{ id: '8', type: 'words' },
				{ id: '8_food', type: 'words' }
			]
		},
		{
			id: '9',
			section: 'care',
			faces: LONG,
			questions: [
				{
					id: '9',
					type: 'pick',
					options: [
						{ id: 'here', picture: 'message-square' },
						{ id: 'phone', picture: 'phone' },
						{ id: 'text', picture: 'smartphone' },
						{ id: 'school', picture: 'school' },
						{ id: 'home', picture: 'house' },
						{ id: 'somebody', picture: 'users-round' }
					]
				},
				{ id: '9_more', type: 'words' },
				{ id: '9_not', type: 'words' }
			]
		}
	]
};
