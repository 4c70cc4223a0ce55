import type { DecisionOutcome } from '../deciding/views.ts';
import type { StaffRef } from './demo-people.ts';

/** What somebody says, and what an interpreter made of it for the letter. */
export interface SaidInLetter {
	readonly words: string;
	readonly theirs?: string;
}

export interface SeedDecision {
	/** As they raised it, in their own language. */
	readonly point: string;
	readonly outcome: DecisionOutcome;
	readonly starred?: true;
	readonly decided?: SaidInLetter;
	readonly why?: SaidInLetter;
	/** Who sees to it: one of the staff, or anybody by name; and by when, in days from today. */
	readonly owner?: StaffRef | { readonly name: string };
	readonly due?: number;
	/** What was said of it since. */
	readonly done?: {
		readonly how: 'done' | 'not_done';
		readonly ago: number;
		readonly why?: string;
	};
}

/** The letter after somebody's last review, and what was decided there. Invented; nobody said any of it. */
export interface LetterStory {
	readonly ref: string;
	readonly opening: SaidInLetter;
	readonly closing: SaidInLetter;
	readonly decisions: readonly SeedDecision[];
	/** `read`: sent, and read since. */
	readonly state: 'draft' | 'approved' | 'sent' | 'read';
}

export const LETTER_STORIES: readonly LetterStory[] = [
	{
		ref: 'EB-1001',
		state: 'read',
		opening: {
			words: 'You told us clearly what matters to you. Thank you for trusting us with it.',
			theirs: 'قلت لنا بوضوح ما يهمك. شكرًا على ثقتك بنا.'
		},
		closing: {
			words: 'I will visit you before the next review.',
			theirs: 'سأزورك قبل اجتماع المراجعة القادم.'
		},
		decisions: [
			{
				point: 'أريد أن أتحدث مع أخي كل أسبوع.',
				starred: true,
				outcome: 'partly',
				decided: {
					words: 'A video call with your brother on every second Sunday.',
					theirs: 'مكالمة فيديو مع أخيك يوم الأحد مرة كل أسبوعين.'
				},
				why: {
					words: 'His carers can make time every second week. We ask them again in spring.',
					theirs: 'يستطيع من يرعون أخاك ذلك مرة كل أسبوعين. وسنسألهم من جديد في الربيع.'
				},
				owner: 'S08',
				due: -12
			},
			{
				point: 'أريد طعامًا حلالًا في المدرسة.',
				outcome: 'agreed',
				owner: { name: 'Mrs Hall' },
				due: -40,
				done: { how: 'done', ago: 45 }
			},
			{
				point: 'أريد دروسًا أكثر في اللغة الإنجليزية.',
				outcome: 'agreed',
				decided: {
					words: 'A tutor comes to you twice a week.',
					theirs: 'يأتي إليك مدرّس مرتين في الأسبوع.'
				},
				owner: 'S08',
				due: 20
			},
			{
				point: 'أريد هاتفًا جديدًا.',
				outcome: 'not_agreed',
				why: { words: 'There is no money for it this year. We look at it again in April.' }
			}
		]
	},
	{
		ref: 'EB-1002',
		state: 'sent',
		opening: { words: 'You showed us your drawing. We all liked it.' },
		closing: { words: 'See you soon.' },
		decisions: [
			{
				point: 'See Nan on Saturdays',
				starred: true,
				outcome: 'agreed',
				owner: 'S08',
				due: -5
			},
			{
				point: 'Stay up late',
				outcome: 'not_agreed',
				why: { words: 'You need your sleep for school.' }
			}
		]
	},
	{
		ref: 'EB-1003',
		state: 'read',
		opening: { words: 'Thank you for the way you put your case.' },
		closing: { words: 'Ring me if something in here is not how you remember it.' },
		decisions: [
			{
				point: 'A room of my own after my birthday',
				starred: true,
				outcome: 'agreed',
				decided: { words: 'You move into the room on the first floor.' },
				owner: 'S10',
				due: 25
			},
			{
				point: 'Driving lessons',
				outcome: 'partly',
				decided: { words: 'We pay for the provisional licence and ten lessons.' },
				why: { words: 'That is what the leaving care grant allows.' },
				owner: 'S10',
				due: -20,
				done: { how: 'not_done', ago: 15, why: 'The form was lost. I have sent a new one.' }
			}
		]
	},
	{
		ref: 'EB-1008',
		state: 'draft',
		opening: { words: 'It was good that you came.' },
		closing: { words: '' },
		decisions: [
			{
				point: 'أريد أن ألعب كرة القدم في نادٍ.',
				starred: true,
				outcome: 'agreed',
				decided: { words: 'You join the girls’ team at Eastbrook United.' },
				owner: 'S08',
				due: 10
			}
		]
	}
];
