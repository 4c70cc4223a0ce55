import { BEGIN, chose, END, no, say, ticked, words, yes } from './said.ts';
import type { SeedAnswers } from './statement-words.ts';

/** What some of them asked for in three years. Invented; nobody said any of it. */
export const ASKED: Readonly<Record<string, SeedAnswers>> = {
	settled: {
		...BEGIN,
		'2': say('My things came in bin bags when I moved.'),
		'3': ticked('not_done'),
		'5': chose('past'),
		'7': ticked('sorry'),
		'8': no,
		...END
	},
	late: {
		...BEGIN,
		'2': say('My money for college was six weeks late, and nobody told me why.'),
		'3': ticked('decision'),
		'5': chose('still'),
		'7': ticked('explain'),
		'8': yes,
		...END
	},
	extended: {
		...BEGIN,
		'2': say('I was not asked before they changed when I see my gran.'),
		'3': ticked('decision'),
		'5': chose('still'),
		'7': ticked('explain'),
		'8': no,
		...END
	},
	overdue: {
		...BEGIN,
		'2': say('I asked for a lock on my door. Nobody said yes or no.'),
		'3': ticked('not_done'),
		'5': chose('still'),
		'7': ticked('keep_word'),
		'8': no,
		...END
	},
	visitor: {
		...BEGIN,
		'2': yes,
		'3': ticked('games', 'eat'),
		'3_more': say('Somebody who likes the sea.'),
		...END
	},
	advocate: {
		...BEGIN,
		'2': ticked('money'),
		'3': say('I want somebody with me when we talk about my rent.'),
		'6': chose('school'),
		'6_more': words('At college, on Tuesdays'),
		'7': no,
		...END
	}
};

/** What was written back to them. */
export const WRITTEN_BACK = {
	settled:
		'You are right, and we are sorry. Nobody’s things belong in a bin bag. We bought suitcases for everybody who moves.',
	waiting: 'I have asked the college for the papers. I will tell you by Friday.',
	late: 'We paid it, and we should have told you. The form lay in the wrong office.',
	longer: 'I want to talk with everybody who was there, and one of them is away until Monday.',
	secondLonger: 'The person from outside needs more time to read everything.',
	second: 'The two who looked into it agree with you. You get the money for the bus as well.',
	matched: 'Her name is Joan. She swims in the sea all year.',
	listed: 'There are two people before you. I will tell you each time that changes.',
	date: 'I asked everybody. This was the first day you are free, too.',
	ended: 'We talked through everything you wanted. Ask again whenever you like.',
	agreed: 'You should have somebody who comes. Your new worker’s name follows next week.'
} as const;
