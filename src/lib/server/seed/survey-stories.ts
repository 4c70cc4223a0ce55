import type { Answer } from '../../forms/answers.ts';
import type { ConferenceRecord } from '../../meetings/conference-record.ts';
import type { Random } from './random.ts';

/** How often each is said, of a hundred. */
type Weights = Readonly<Record<string, number>>;

/** As parents say it of themselves: rosier than their chairs, as in every council that asked both. */
const PARENTS = {
	P1: { yes: 82, no: 12, not_sure: 6 },
	P2: { yes: 74, no: 20, not_sure: 6 },
	P3: { '3_or_more': 58, '2': 8, '1': 10, on_the_day: 15, none: 9 },
	P4: { all: 38, some: 37, none: 25 },
	P5: { yes: 66, partly: 24, no: 10 },
	P11: { yes: 72, no: 15, not_sure: 13 },
	P12: { yes: 76, no: 12, not_sure: 12 },
	P13: { clear: 41, not_clear: 27, no: 32 },
	P14: { yes: 55, no: 45 },
	P15: { yes: 68, no: 15, not_sure: 12, rather_not: 5 }
} as const satisfies Readonly<Record<string, Weights>>;

const PICKS: ReadonlySet<string> = new Set(['P3', 'P4', 'P5', 'P13']);
const FACES = ['P6', 'P7', 'P8', 'P9', 'P16'];
const FACE = { 1: 5, 2: 10, 3: 22, 4: 36, 5: 27 } as const;

/** What is written beside it, now and then. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
	P10b: [
		'Fewer people in the room.',
		'A break half way through.',
		'To know before who would be there.',
		'Somebody to sit with me.',
		'Not waiting in the corridor for forty minutes.'
	],
	P12b: [
		'He cannot be at the house when the children are.',
		'I keep the appointments at the clinic.',
		'School in the morning, every day.',
		'The house has to be safe to play in.'
	],
	P16b: [
		'The room was too small and too hot.',
		'Three in the afternoon is when I fetch the little one.',
		'The interpreter came late. We started without her.',
		'Online was hard: I could not see faces.'
	],
	P17: [
		'The chair was kind and let me finish.',
		'Thank you for letting my sister come in with me.',
		'I read things in the report that nobody had told me.',
		'Everybody spoke about us, not with us.',
		'My daughter’s letter was read out. That mattered.'
	]
};

/**
 * What one parent answered.
 * @param number of those who answered before: no two of them in a row write the same
 */
export function inventResponse(random: Random, number: number): Record<string, Answer> {
	const answers: Record<string, Answer> = {};
	for (const [id, weights] of Object.entries<Weights>(PARENTS))
		if (random.chance(0.96)) answers[id] = answerOf(id, weighed(random, weights));
	for (const id of FACES)
		if (random.chance(0.95))
			answers[id] = { kind: 'faces', value: Number(weighed(random, FACE)) as 1 | 2 | 3 | 4 | 5 };
	if (random.chance(0.9)) answers['P10'] = { kind: 'scale', value: random.between(3, 10) };
	for (const [id, words] of Object.entries(WORDS))
		if (random.chance(0.4))
			answers[id] = { kind: 'say', text: words[number % words.length] ?? '', pictures: [] };
	return answers;
}

function answerOf(id: string, code: string): Answer {
	if (code === 'not_sure' || code === 'rather_not') return { kind: code };
	return PICKS.has(id)
		? { kind: 'pick', value: code }
		: { kind: 'yes_no', value: code === 'yes' ? 'yes' : 'no' };
}

/** What the chair of a conference saw. */
export function inventRecord(random: Random): ConferenceRecord {
	const parentsThere = weighed(random, { both: 34, one: 46, part: 10, none: 10 });
	return {
		report: weighed(random, { '3_or_more': 29, '2': 11, '1': 16, on_the_day: 31, none: 13 }),
		otherReports: weighed(random, { all: 14, some: 47, none: 39 }),
		parentsThere,
		metBefore: parentsThere === 'none' ? null : weighed(random, { yes: 46, no: 54 }),
		childTookPart: weighed(random, {
			...{ came: 7, part: 4, advocate: 10, sent_words: 19, other: 7 },
			...{ not: 41, under_age: 12 }
		})
	};
}

function weighed<Code extends string>(
	random: Random,
	weights: Readonly<Record<Code, number>>
): Code {
	const codes = Object.keys(weights) as Code[];
	let left = random.next() * codes.reduce((sum, code) => sum + weights[code], 0);
	for (const code of codes) {
		left -= weights[code];
		if (left < 0) return code;
	}
	return random.pick(codes);
}
