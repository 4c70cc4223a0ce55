import { londonDate, londonInstant } from '../../language/dates.ts';
import { addDays, addMonths, isWorkingDay } from '../../meetings/working-days.ts';
import type { Answer } from '../../forms/answers.ts';
import type { App } from '../app.ts';
import { createRandom, type Random } from './random.ts';
import type { SeedAnswers } from './statement-words.ts';
import { createStoryteller } from './storyteller.ts';
import type { Council } from './tell-forms.ts';

const SEED = 20_261_018;
/** So many are sent in the last month that is over, and in the one before it: enough to be told as numbers. */
const IN_A_MONTH = [30, 26] as const;
/** Whose stories are told at the site itself. */
const LEFT_ALONE = 12;
const HOUR = 3_600_000;

const NEWS = [
	'I passed my maths test.',
	'I swam two lengths without stopping.',
	'I made pancakes for everybody.',
	'I am in the school play.',
	'I scored in the last minute.',
	'My room is painted blue now.'
];
const NOT_SAID = [
	'I wanted to ask about my sister.',
	'I did not say that I miss my old school.',
	'Please come when my programme is over.',
	'I would like to go to the climbing club.'
];

/** What young people who speak English sent in the last two months that are over, for no meeting. */
export async function tellLately(app: App, council: Council): Promise<void> {
	const random = createRandom(SEED);
	const storyteller = createStoryteller(app);
	const thisMonth = `${londonDate(app.now()).slice(0, 7)}-01`;
	const people = [...council.people].flatMap(([ref, person]) => {
		const author = council.accounts.youngPeople.get(person.id);
		const by = council.accounts.staff.get(person.officerId);
		const told = Number(ref.slice(-4)) > 1000 + LEFT_ALONE && person.language === 'en';
		return author && by && told ? [{ author, by }] : [];
	});
	if (people.length === 0) return;
	for (const [back, many] of IN_A_MONTH.entries())
		for (let one = 0; one < many; one++) {
			const { author, by } = random.pick(people);
			const day = addDays(addMonths(thisMonth, -back - 1), random.between(0, 24));
			const sentAt = londonInstant(`${day}T16:00`) + random.between(0, 240) * 60_000;
			const openedAt = londonInstant(`${workingDayAfter(day)}T09:30`);
			storyteller.tell({
				...said(random),
				author,
				language: 'en',
				sentAt,
				opened: { at: openedAt, by },
				replied: { at: openedAt + HOUR, readyReply: 'thank_you' },
				readAt: openedAt + 8 * HOUR
			});
		}
	await storyteller.run();
}

function workingDayAfter(day: string): string {
	let next = addDays(day, 1);
	while (!isWorkingDay(next)) next = addDays(next, 1);
	return next;
}

const say = (text: string): Answer => ({ kind: 'say', text, pictures: [] });
const chose = (value: string): Answer => ({ kind: 'pick', value });

function said(random: Random): {
	readonly form: string;
	readonly face: 'standard';
	readonly answers: SeedAnswers;
} {
	const face = 'standard';
	const alone = { S2: chose('just_me') };
	if (random.chance(0.45))
		return {
			...{ form: 'good-news', face },
			answers: { ...alone, '1': say(random.pick(NEWS)), '2': { kind: 'faces', value: 5 } }
		};
	return {
		...{ form: 'after-a-visit', face },
		answers: {
			...alone,
			'4': { kind: 'faces', value: random.pick([1, 2, 3, 4, 5] as const) },
			'5': { kind: 'yes_no', value: random.chance(0.6) ? 'yes' : 'no' },
			'6': { kind: 'faces', value: random.pick([2, 3, 4, 5] as const) },
			...(random.chance(0.5) ? { '9': say(random.pick(NOT_SAID)) } : {}),
			'10': chose('fine'),
			Z1: chose('yes')
		}
	};
}
