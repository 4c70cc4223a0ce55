import type { Face, Form, Option } from '../definition.ts';

const ALL: readonly Face[] = ['standard'];

const options = (...ids: string[]): Option[] => ids.map((id) => ({ id }));

/** The questions about being rung. What is answered here is kept apart from everything else: `survey-kind.ts`. */
export const RING_QUESTIONS = { wish: 'P18', name: 'P18_name', phone: 'P18_phone' } as const;

/** What parents say about a child protection conference: three minutes, and nobody learns who they are. */
export const parentsConference: Form = {
	id: 'parents-conference',
	version: 1,
	picture: 'message-circle',
	group: 'meeting',
	goesTo: 'outside',
	faces: ALL,
	pages: [
		{
			id: 'P1',
			section: 'before',
			faces: ALL,
			questions: [
				{ id: 'P1', type: 'yes_no' },
				{ id: 'P2', type: 'yes_no' }
			]
		},
		{
			id: 'P3',
			section: 'before',
			faces: ALL,
			questions: [
				{ id: 'P3', type: 'pick', options: options('3_or_more', '2', '1', 'on_the_day', 'none') },
				{ id: 'P4', type: 'pick', options: options('all', 'some', 'none') },
				{ id: 'P5', type: 'pick', options: options('yes', 'partly', 'no') }
			]
		},
		{
			id: 'P6',
			section: 'meeting',
			faces: ALL,
			questions: [
				{ id: 'P6', type: 'faces' },
				{ id: 'P7', type: 'faces' }
			]
		},
		{
			id: 'P8',
			section: 'meeting',
			faces: ALL,
			questions: [
				{ id: 'P8', type: 'faces' },
				{ id: 'P9', type: 'faces' }
			]
		},
		{
			id: 'P10',
			section: 'meeting',
			faces: ALL,
			questions: [
				{ id: 'P10', type: 'scale' },
				{ id: 'P10b', type: 'say' }
			]
		},
		{
			id: 'P11',
			section: 'after',
			faces: ALL,
			questions: [
				{ id: 'P11', type: 'yes_no' },
				{ id: 'P12', type: 'yes_no' },
				{ id: 'P12b', type: 'say' }
			]
		},
		{
			id: 'P13',
			section: 'after',
			faces: ALL,
			questions: [
				{ id: 'P13', type: 'pick', options: options('clear', 'not_clear', 'no') },
				{ id: 'P14', type: 'yes_no' }
			]
		},
		{
			id: 'P15',
			section: 'after',
			faces: ALL,
			questions: [
				{ id: 'P15', type: 'yes_no' },
				{ id: 'P16', type: 'faces' },
				{ id: 'P16b', type: 'say' }
			]
		},
		{ id: 'P17', section: 'more', faces: ALL, questions: [{ id: 'P17', type: 'say' }] },
		{ id: 'P18', section: 'ring', faces: ALL, questions: [{ id: 'P18', type: 'yes_no' }] },
		{
			id: 'P18_how',
			section: 'ring',
			faces: ALL,
			when: { question: 'P18', is: ['yes'] },
			questions: [
				{ id: 'P18_name', type: 'words' },
				// Without it nobody can be rung; who does not want that after all goes back and says so.
				{ id: 'P18_phone', type: 'words', required: true }
			]
		}
	]
};
