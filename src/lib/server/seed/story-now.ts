import { languageOf } from '../../language/languages.ts';
import { ageOn } from '../people.ts';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { WrittenPerson } from './people-rows.ts';
import type { Random } from './random.ts';
import type { Accounts } from './seed-accounts.ts';
import { faceFor, inventAnswers } from './statement-words.ts';
import type { Storyteller, Told } from './storyteller.ts';

interface Today {
	readonly now: number;
	readonly people: ReadonlyMap<string, WrittenPerson>;
	readonly accounts: Accounts;
}

/** A time of day in London, some days ago. */
function ago(now: number, days: number, time: string): number {
	return londonInstant(`${addDays(londonDate(now), -days)}T${time}`);
}

/** How things stand: something new, something opened, something answered, a draft, an alert, a statement that waits. */
export function tellNow(storyteller: Storyteller, random: Random, today: Today): void {
	const { now, people, accounts } = today;
	const of = (ref: string) => {
		const person = people.get(ref);
		const author = person && accounts.youngPeople.get(person.id);
		const chair = person && accounts.staff.get(person.officerId);
		if (!person || !author || !chair) throw new Error(`${ref} cannot say anything`);
		return { person, author, chair };
	};
	const statement = (ref: string, options: Parameters<typeof inventAnswers>[2] = {}) => {
		const { person, author } = of(ref);
		const face = faceFor(random, ageOn(person.seed.profile.dateOfBirth, londonDate(now)));
		const language = languageOf(person.language).tag;
		const answers = inventAnswers(random, { face, language }, options);
		return { author, form: 'before-my-review', face, language, answers };
	};

	// Jayden began, and was called to supper.
	const jayden = statement('EB-1002');
	const begun = Object.fromEntries(
		['S2', '1', '2', '5'].flatMap((id) => {
			const answer = jayden.answers[id];
			return answer ? [[id, answer]] : [];
		})
	);
	storyteller.begin({ ...jayden, face: 'easy', answers: begun }, ago(now, 1, '17:50'));

	// Molly was read, and waits for an answer.
	storyteller.tell({
		...statement('EB-1003'),
		sentAt: ago(now, 3, '19:25'),
		opened: { at: ago(now, 2, '09:10'), by: of('EB-1003').chair },
		chairOnly: '20'
	});

	// Kai has no meeting yet.
	storyteller.tell({ ...statement('EB-1007'), sentAt: ago(now, 4, '18:40') });

	// Destiny does not feel safe.
	storyteller.tell({ ...statement('EB-1010', { safe: 'no' }), sentAt: ago(now, 1, '20:15') });

	for (const [index, ref] of accounts.soon.entries())
		tellOneOf(storyteller, statement(ref), index, of(ref), now);
}

/** Before the next meetings: some new, some opened, some answered. */
function tellOneOf(
	storyteller: Storyteller,
	statement: Omit<Told, 'sentAt'>,
	index: number,
	{ chair }: { readonly chair: Told['author'] | NonNullable<Told['opened']>['by'] },
	now: number
): void {
	const days = 2 + index;
	const sentAt = ago(now, days, `1${5 + (index % 4)}:${12 + index * 7}`);
	const opened = { at: ago(now, days - 1, `09:${10 + index}`), by: chair };
	const replied = {
		at: ago(now, days - 1, `09:${30 + index}`),
		readyReply: 'visit_before' as const
	};
	const steps = [{}, { opened }, { opened, replied }][index % 3];
	storyteller.tell({ ...statement, sentAt, ...steps });
}
