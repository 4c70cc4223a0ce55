import type { Answer } from '../../forms/answers.ts';
import type { Random } from './random.ts';

type Answers = Readonly<Record<string, Answer>>;

const FIRST = ['Joyce', 'Maria', 'Dennis', 'Salma', 'Pauline', 'Winston', 'Ewa', 'Grace', 'Tunde'];
const LAST = ['Hill', 'Lopes', 'Barrett', 'Rahman', 'Clarke', 'Reid', 'Nowak', 'Boateng', 'Ellis'];

const WELL = [
	'School is going better since the new timetable.',
	'We laugh a lot at the table.',
	'The football club on Saturdays.',
	'Sleeps through the night now.'
];
const WORRIES = [
	'The evenings after contact are hard.',
	'Long hours on the phone at night.',
	'We still wait for the dentist.',
	'Friends we do not know.'
];
const WANTS = ['To see the brothers more often.', 'To stay here.', 'A lock on the bedroom door.'];
const DECIDE = [
	'Who may sign for school trips.',
	'A date for the next contact.',
	'Help with the fares to college.'
];

const say = (text: string): Answer => ({ kind: 'say', text, pictures: [] });
const pick = (value: string): Answer => ({ kind: 'pick', value });

export const inventCarer = (random: Random): string => `${random.pick(FIRST)} ${random.pick(LAST)}`;

/** What a carer answers: most are well, some are tired, and not everything is answered. */
export function inventConsultation(random: Random): Answers {
	const value = random.pick([2, 3, 4, 4, 5] as const);
	return {
		'1': { kind: 'faces', value },
		'2': say(random.pick(WELL)),
		...(random.chance(0.7) ? { '3': say(random.pick(WORRIES)) } : {}),
		'4': {
			kind: 'sort',
			cards: {
				health: 'fine',
				school: random.pick(['fine', 'watch', 'need_help']),
				feelings: random.pick(['fine', 'watch']),
				sleep: random.pick(['fine', 'watch']),
				family: random.pick(['fine', 'watch', 'need_help'])
			}
		},
		'6': {
			kind: 'sort',
			cards: {
				information: random.pick(['enough', 'some']),
				money: random.pick(['enough', 'some', 'missing']),
				break: random.pick(['enough', 'missing'])
			}
		},
		'7': pick(random.pick(['strong', 'strong', 'ok', 'ok', 'ok', 'strained'])),
		...(random.chance(0.6) ? { '9': say(random.pick(WANTS)) } : {}),
		...(random.chance(0.6) ? { '11': say(random.pick(DECIDE)) } : {}),
		'12': { kind: 'yes_no', value: 'no' }
	};
}

/** What Jayden’s carer says before his review. */
export const STRAINED: Answers = {
	'1': { kind: 'faces', value: 3 },
	'2': say('He reads to the dog every evening. He laughs again.'),
	'3': say('He does not sleep. I am up with him three or four times a night.'),
	'4': {
		kind: 'sort',
		cards: {
			health: 'fine',
			school: 'watch',
			feelings: 'need_help',
			sleep: 'need_help',
			food: 'fine',
			friends: 'watch',
			family: 'watch'
		}
	},
	'6': {
		kind: 'sort',
		cards: {
			information: 'enough',
			decisions: 'some',
			money: 'enough',
			training: 'some',
			break: 'missing'
		}
	},
	'7': pick('strained'),
	'9': say('“I want to stay with the dog.”'),
	'10': say('Fifteen minutes, with his talker. Pictures of who is there.'),
	'11': say('One weekend a month when somebody else he knows has him.'),
	'12': { kind: 'yes_no', value: 'yes' },
	'12_more': say('I have thought of giving notice. I do not want to. I need nights off.')
};
