import { MEETING_KINDS } from '../../meetings/kinds.ts';
import type { Form } from '../definition.ts';
import { EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

/**
 * Their own meeting, from choosing the food to running all of it. What comes out is an agenda, cards for the chair and
 * pages to show in the room (`server/plans`).
 */
export const planMyMeeting: Form = {
	id: 'plan-my-meeting',
	version: 1,
	picture: 'calendar-heart',
	group: 'meeting',
	goesTo: 'chair',
	meetings: { kinds: MEETING_KINDS, alsoFits: [] },
	faces: EVERYBODY,
	landings: ['6', 'Z1'],
	pages: [
		...START,
		{
			id: '1',
			section: 'run',
			faces: EVERYBODY,
			questions: [
				{
					id: '1',
					type: 'pick',
					picture: 'megaphone',
					options: [
						{ id: 'choose', picture: 'music' },
						{ id: 'topics', picture: 'list' },
						{ id: 'one_part', picture: 'mic' },
						{ id: 'together', picture: 'users-round' },
						{ id: 'all', picture: 'megaphone' }
					]
				}
			]
		},
		{
			id: '2',
			section: 'place',
			faces: EVERYBODY,
			questions: [
				{
					id: '2',
					type: 'pick',
					picture: 'map-pin',
					options: [
						{ id: 'home', picture: 'house' },
						{ id: 'school', picture: 'school' },
						{ id: 'office', picture: 'landmark' },
						{ id: 'out', picture: 'trees' },
						{ id: 'video', picture: 'video' },
						{ id: 'somewhere_else', picture: 'map-pin' },
						{ id: 'dont_mind', picture: 'thumbs-up' }
					]
				},
				{ id: '2_more', type: 'words', faces: LONG }
			]
		},
		{
			id: '2_food',
			section: 'place',
			faces: LONG,
			questions: [
				{ id: '2_food', type: 'words' },
				{ id: '2_music', type: 'words' }
			]
		},
		{
			id: '3',
			section: 'place',
			faces: LONG,
			questions: [
				{
					id: '3',
					type: 'pick',
					options: [
						{ id: 'half_hour', picture: 'timer' },
						{ id: 'three_quarters', picture: 'clock' },
						{ id: 'hour', picture: 'hourglass' },
						{ id: 'several', picture: 'calendar-days' }
					]
				}
			]
		},
		{
			id: '4',
			section: 'people',
			faces: EVERYBODY,
			questions: [
				{
					id: '4',
					type: 'people',
					picture: 'users-round',
					staff: true,
					choices: [
						{ id: 'all', picture: 'user-round-check' },
						{ id: 'start', picture: 'sunrise' },
						{ id: 'end', picture: 'flag' },
						{ id: 'their_topic', picture: 'list' },
						{ id: 'not_come', picture: 'user-round-x' }
					]
				}
			]
		},
		{
			id: '5',
			section: 'talk',
			faces: LONG,
			questions: [
				{
					id: '5',
					type: 'pick',
					options: [
						{ id: 'good_news', picture: 'party-popper' },
						{ id: 'game', picture: 'dice5' },
						{ id: 'my_slide', picture: 'image' },
						{ id: 'just_start', picture: 'play' }
					]
				}
			]
		},
		{
			id: '6',
			section: 'talk',
			faces: EVERYBODY,
			questions: [
				{
					id: '6',
					type: 'agenda',
					picture: 'list',
					cards: [
						{ id: 'proud', picture: 'medal' },
						{ id: 'home', picture: 'house' },
						{ id: 'school', picture: 'school' },
						{ id: 'family_time', picture: 'users-round' },
						{ id: 'health', picture: 'heart-pulse' },
						{ id: 'friends_fun', picture: 'party-popper' },
						{ id: 'money', picture: 'wallet' },
						{ id: 'plan', picture: 'notebook' },
						{ id: 'promised', picture: 'handshake' },
						{ id: 'worries', picture: 'cloud-rain' },
						{ id: 'questions', picture: 'circle-help' },
						{ id: 'thanks', picture: 'heart' }
					]
				}
			]
		},
		{
			id: '7',
			section: 'talk',
			faces: LONG,
			questions: [{ id: '7', type: 'say' }]
		},
		{
			id: '8',
			section: 'talk',
			faces: LONG,
			questions: [
				{ id: '8', type: 'words' },
				{ id: '8_avoid', type: 'words' }
			]
		},
		{
			id: '9',
			section: 'rules',
			faces: EVERYBODY,
			questions: [
				{
					id: '9',
					type: 'pick',
					picture: 'pause',
					options: [
						{ id: 'hand', picture: 'hand' },
						{ id: 'card', picture: 'ticket' },
						{ id: 'word', picture: 'speech' },
						{ id: 'look', picture: 'eye' },
						{ id: 'go_out', picture: 'door-open' }
					]
				},
				{ id: '9_who', type: 'people', faces: LONG }
			]
		},
		{
			id: '10',
			section: 'rules',
			faces: LONG,
			questions: [
				{
					id: '10',
					type: 'picks',
					options: [
						{ id: 'one_at_a_time', picture: 'mic' },
						{ id: 'talk_to_me', picture: 'message-circle' },
						{ id: 'plain_words', picture: 'book-open' },
						{ id: 'ask_first', picture: 'circle-help' },
						{ id: 'no_phones', picture: 'smartphone' },
						{ id: 'breaks', picture: 'pause' },
						{ id: 'on_time', picture: 'clock' },
						{ id: 'kind', picture: 'heart' }
					],
					other: true
				}
			]
		},
		{
			id: '11',
			section: 'after',
			faces: EVERYBODY,
			questions: [
				{
					id: '11',
					type: 'pick',
					picture: 'file-text',
					options: [
						{ id: 'letter', picture: 'mail' },
						{ id: 'pictures', picture: 'images' },
						{ id: 'sound', picture: 'headphones' },
						{ id: 'ordinary', picture: 'file-text' }
					]
				}
			]
		},
		{
			id: '12',
			section: 'after',
			faces: LONG,
			questions: [
				{ id: '12', type: 'yes_no' },
				{ id: '12_when', type: 'when' }
			]
		},
		...SAFE,
		...READERS
	]
};
