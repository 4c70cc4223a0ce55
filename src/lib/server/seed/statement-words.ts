import type { Answer } from '../../forms/answers.ts';
import type { Face } from '../../forms/definition.ts';
import type { Random } from './random.ts';
import { ARABIC_WORDS, ENGLISH_WORDS, type SeedWords } from './words.ts';

export type SeedAnswers = Readonly<Record<string, Answer>>;

const FEELINGS = ['calm', 'happy', 'worried', 'angry', 'lonely', 'sad', 'proud', 'tired'];
const CARDS = ['food', 'sleep', 'room', 'rules', 'people', 'pets', 'online'];
const PLACES = ['good', 'good', 'ok', 'not_good'] as const;
const FACES_GIVEN = [1, 2, 2, 3, 3, 4, 4, 4, 5, 5] as const;

/** The face somebody of that age would choose. */
export function faceFor(random: Random, age: number): Face {
	if (age < 10) return 'easy';
	if (age >= 16) return random.chance(0.7) ? 'grown_up' : 'standard';
	return random.chance(0.15) ? 'easy' : 'standard';
}

export const wordsIn = (language: string): SeedWords =>
	language === 'ar' ? ARABIC_WORDS : ENGLISH_WORDS;

/** What somebody says before their review: not everything, as people do. */
export function inventAnswers(
	random: Random,
	who: { readonly language: string; readonly face: Face },
	options: { readonly safe?: 'yes' | 'mostly' | 'no'; readonly staff?: readonly string[] } = {}
): SeedAnswers {
	const words = wordsIn(who.language);
	const say = (question: string): Answer => ({
		kind: 'say',
		text: random.pick(words.say[question] ?? ['']),
		pictures: []
	});
	const face = (): Answer => ({ kind: 'faces', value: random.pick(FACES_GIVEN) });
	const yesNo = (): Answer =>
		random.chance(0.15)
			? { kind: 'not_sure' }
			: { kind: 'yes_no', value: random.chance(0.7) ? 'yes' : 'no' };
	const everybody: Record<string, Answer> = {
		S2: { kind: 'pick', value: 'just_me' },
		'1': face(),
		'2': face(),
		'5': {
			kind: 'sort',
			cards: Object.fromEntries(CARDS.map((card) => [card, random.pick(PLACES)]))
		},
		'7': face(),
		'9': random.chance(0.3) ? { kind: 'skipped' } : say('9'),
		'12': {
			kind: 'people',
			people: [
				{ name: words.people[0] ?? '', choice: random.pick(['too_much', 'right', 'not_enough']) },
				{ name: random.pick(words.people.slice(1)), choice: 'not_enough' }
			]
		},
		'23': {
			kind: 'star',
			starred: 'this',
			text: random.pick(words.say['23'] ?? ['']),
			pictures: []
		},
		'25': { kind: 'pick', value: random.pick(['all', 'some', 'not_there']) },
		Z1: { kind: 'pick', value: options.safe ?? random.pick(['yes', 'yes', 'yes', 'mostly']) },
		Z3: { kind: 'audience', staff: options.staff ?? [] }
	};
	if (who.face === 'easy') return everybody;
	const longer: Record<string, Answer> = {
		S4: { kind: 'yes_no', value: 'yes' },
		'3': say('3'),
		'4': say('4'),
		'6': face(),
		'8': say('8'),
		'10': { kind: 'picks', values: [...new Set([random.pick(FEELINGS), random.pick(FEELINGS)])] },
		'11': { kind: 'people', people: [{ name: random.pick(words.people) }] },
		'13_more': random.chance(0.5) ? { kind: 'skipped' } : say('13_more'),
		'14': say('14'),
		'15': yesNo(),
		'15_more': random.chance(0.4) ? { kind: 'skipped' } : say('15_more'),
		'16': yesNo(),
		'18': yesNo(),
		'19': { kind: 'pick', value: random.pick(['all', 'some', 'dont_know_it']) },
		'20': random.chance(0.3) ? { kind: 'rather_not' } : say('20'),
		'22': face(),
		'24': {
			kind: 'list',
			lines: [...new Set([random.pick(words.wishes), random.pick(words.wishes)])]
		},
		'29': yesNo(),
		Z2: { kind: 'yes_no', value: 'no' },
		Z5: { kind: 'pick', value: random.pick(['here', 'visit', 'phone']) }
	};
	return { ...everybody, ...longer };
}
