import { londonDate, londonInstant } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import { addDays } from '../../meetings/working-days.ts';
import { BEGIN, chose, END, face, no, say, yes } from './said.ts';
import type { SeedAnswers } from './statement-words.ts';
import type { Storyteller } from './storyteller.ts';
import type { Council } from './tell-forms.ts';

const AFTER: readonly SeedAnswers[] = [
	{
		'1': face(2),
		'2': yes,
		'3': no,
		'4': chose('some'),
		'5': face(2),
		'6': chose('too_many'),
		'7': chose('too_long'),
		'8': yes,
		'9': chose('some'),
		'10': chose('not_yet'),
		'11': say('There were biscuits and nobody was late.'),
		'12': say('Fewer people. And ask me first, not last.'),
		'13': yes
	},
	{
		'1': face(4),
		'2': yes,
		'3': yes,
		'4': chose('all'),
		'5': face(5),
		'6': chose('right'),
		'7': chose('right'),
		'8': yes,
		'9': chose('all'),
		'10': chose('not_yet'),
		'11': say('They started with what I wrote.'),
		'12': { kind: 'skipped' },
		'13': { kind: 'not_sure' }
	}
];

const WRITE_UP: SeedAnswers = {
	'10': chose('hard'),
	'10_more': say('It has long words, and it says nothing about my phone.')
};

/** How the last meeting was, and whether its write-up came: of whoever had one lately. */
export function tellAfter(storyteller: Storyteller, { now, people, accounts }: Council): void {
	const today = londonDate(now);
	const lately = [...people.values()]
		.flatMap((person) => {
			const author = accounts.youngPeople.get(person.id);
			const heldOn = person.meetings
				.flatMap((meeting) => meeting.heldOn ?? [])
				.sort()
				.at(-1);
			return author && heldOn
				? [{ author, heldOn, language: languageOf(person.language).tag }]
				: [];
		})
		.filter(({ language }) => language === 'en')
		.sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1));
	const since = (heldOn: string, days: number) => addDays(heldOn, days) <= addDays(today, -1);

	const after = lately.filter(({ heldOn }) => since(heldOn, 2)).slice(0, AFTER.length);
	for (const [index, { heldOn, ...who }] of after.entries())
		storyteller.tell({
			...who,
			form: 'after-my-review',
			face: 'standard',
			answers: { ...BEGIN, ...AFTER[index], ...END },
			sentAt: londonInstant(`${addDays(heldOn, 2)}T17:1${index}`)
		});

	const due = lately.find(({ heldOn }) => since(heldOn, 30));
	if (due)
		storyteller.tell({
			author: due.author,
			language: due.language,
			form: 'my-write-up',
			face: 'standard',
			answers: { ...BEGIN, ...WRITE_UP, ...END },
			sentAt: londonInstant(`${addDays(due.heldOn, 30)}T18:20`)
		});
}
