import type { Form } from '../definition.ts';
import { EVERYBODY, LONG, READERS, SAFE, START } from './blocks.ts';

/** How their last meeting was for them, of whatever kind. It goes back to whoever ran it. */
export const afterMyReview: Form = {
	id: 'after-my-review',
	version: 1,
	picture: 'calendar-check',
	group: 'meeting',
	goesTo: 'chair',
	offered: { fact: 'just_held' },
	looksBack: true,
	leadsTo: [{ when: { question: '13', is: ['yes', 'not_sure'] }, form: 'plan-my-meeting' }],
	faces: EVERYBODY,
	landings: ['12', 'Z1'],
	pages: [
		...START,
		{
			id: '1',
			section: 'meeting',
			faces: EVERYBODY,
			questions: [{ id: '1', type: 'faces', picture: 'smile' }]
		},
		{
			id: '2',
			section: 'meeting',
			faces: LONG,
			questions: [{ id: '2', type: 'yes_no' }]
		},
		{
			id: '3',
			section: 'meeting',
			faces: LONG,
			questions: [{ id: '3', type: 'yes_no' }]
		},
		{
			id: '4',
			section: 'meeting',
			faces: EVERYBODY,
			questions: [
				{
					id: '4',
					type: 'pick',
					picture: 'mail-open',
					options: [
						{ id: 'all', picture: 'check' },
						{ id: 'some', picture: 'minus' },
						{ id: 'no', picture: 'x' },
						{ id: 'nothing_sent', picture: 'mail' },
						{ id: 'not_sure', picture: 'circle-help' }
					]
				}
			]
		},
		{
			id: '5',
			section: 'meeting',
			faces: EVERYBODY,
			questions: [{ id: '5', type: 'faces', picture: 'speech' }]
		},
		{
			id: '6',
			section: 'meeting',
			faces: LONG,
			questions: [
				{
					id: '6',
					type: 'pick',
					options: [
						{ id: 'too_many', picture: 'users' },
						{ id: 'right', picture: 'check' },
						{ id: 'missing', picture: 'user-round-x' }
					]
				},
				{
					id: '7',
					type: 'pick',
					options: [
						{ id: 'too_long', picture: 'hourglass' },
						{ id: 'right', picture: 'check' },
						{ id: 'rushed', picture: 'timer' }
					]
				}
			]
		},
		{
			id: '8',
			section: 'decided',
			faces: EVERYBODY,
			questions: [{ id: '8', type: 'yes_no', picture: 'gavel' }]
		},
		{
			id: '9',
			section: 'decided',
			faces: LONG,
			when: { question: '8', is: ['yes', 'not_sure', 'rather_not', 'skipped'] },
			questions: [
				{
					id: '9',
					type: 'pick',
					options: [
						{ id: 'all', picture: 'check' },
						{ id: 'some', picture: 'minus' },
						{ id: 'none', picture: 'x' },
						{ id: 'not_sure', picture: 'circle-help' }
					]
				}
			]
		},
		{
			id: '10',
			section: 'decided',
			faces: LONG,
			questions: [
				{
					id: '10',
					type: 'pick',
					options: [
						{ id: 'understood', picture: 'check' },
						{ id: 'hard', picture: 'circle-help' },
						{ id: 'not_yet', picture: 'clock' }
					]
				}
			]
		},
		{
			id: '11',
			section: 'next',
			faces: LONG,
			questions: [{ id: '11', type: 'say' }]
		},
		{
			id: '12',
			section: 'next',
			faces: EVERYBODY,
			questions: [{ id: '12', type: 'say', picture: 'refresh-cw' }]
		},
		{
			id: '13',
			section: 'next',
			faces: LONG,
			questions: [{ id: '13', type: 'yes_no' }]
		},
		...SAFE,
		...READERS
	]
};
