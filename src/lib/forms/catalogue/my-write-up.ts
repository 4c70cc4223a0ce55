import type { Form } from '../definition.ts';
import { EVERYBODY, READERS, SAFE, START } from './blocks.ts';

/** The question about the record of their meeting, asked again when it should have reached them. */
export const myWriteUp: Form = {
	id: 'my-write-up',
	version: 1,
	picture: 'file-text',
	group: 'meeting',
	goesTo: 'chair',
	offered: { fact: 'write_up_due' },
	looksBack: true,
	faces: EVERYBODY,
	pages: [
		...START,
		{
			id: '10',
			section: 'write_up',
			faces: EVERYBODY,
			questions: [
				{
					id: '10',
					type: 'pick',
					picture: 'file-text',
					options: [
						{ id: 'understood', picture: 'check' },
						{ id: 'hard', picture: 'circle-help' },
						{ id: 'not_yet', picture: 'clock' }
					]
				}
			]
		},
		{
			id: '10_more',
			section: 'write_up',
			faces: EVERYBODY,
			when: { question: '10', is: ['understood', 'hard'] },
			questions: [{ id: '10_more', type: 'say', picture: 'pencil' }]
		},
		...SAFE,
		...READERS
	]
};
