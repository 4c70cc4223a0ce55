import { londonDate, londonInstant } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { Answer } from '../../forms/answers.ts';
import type { FormStory, When } from './form-story.ts';
import type { WrittenMeeting, WrittenPerson, WrittenStaff } from './people-rows.ts';
import type { Accounts } from './seed-accounts.ts';
import type { SeedAnswers } from './statement-words.ts';
import { ASKING_STORIES, KEPT_STORIES } from './stories-asking.ts';
import { MEETING_STORIES } from './stories-meetings.ts';
import type { Storyteller } from './storyteller.ts';

const HOUR = 3_600_000;

export interface Council {
	readonly now: number;
	readonly people: ReadonlyMap<string, WrittenPerson>;
	readonly staff: WrittenStaff;
	readonly accounts: Accounts;
}

/**
 * The stories of every form beside “before my review”.
 * @returns meetings that were held since one of them was sent: they must not be held yet when it is
 */
export function tellForms(storyteller: Storyteller, council: Council): WrittenMeeting[] {
	const since: WrittenMeeting[] = [];
	for (const story of [...MEETING_STORIES, ...ASKING_STORIES, ...KEPT_STORIES])
		since.push(...tellForm(storyteller, story, council));
	storyteller.ask(CAL_ASKS, instant(council.now, [2, '15:40']));
	return [...new Set(since)];
}

/** Cal has no account yet. Whoever knows him says that it was him. */
const CAL_ASKS: Parameters<Storyteller['ask']>[0] = {
	name: 'Cal Reid',
	age: '13',
	reach: 'school',
	reachHow: 'Northfield Academy, ask for Mr Bright in year 9',
	about: ['meeting', 'family'],
	words: 'There is a meeting about me soon and nobody asked me what I want.',
	language: 'en'
};

function tellForm(
	storyteller: Storyteller,
	story: FormStory,
	{ now, people, staff, accounts }: Council
): WrittenMeeting[] {
	const person = people.get(story.ref);
	const helper = story.helper && accounts.staff.get(staff.get(story.helper)?.id ?? '');
	// With a helper nobody needs an account.
	const author =
		person && helper
			? ({ kind: 'young_person', id: person.id, accountId: '' } as const)
			: person && accounts.youngPeople.get(person.id);
	if (!person || !author) throw new Error(`${story.ref} cannot say anything`);
	const idOf = (ref: string) => {
		const member = staff.get(ref);
		if (!member) throw new Error(`there is no ${ref}`);
		return member.id;
	};
	const told = {
		form: story.form,
		author,
		face: story.face,
		language: languageOf(person.language).tag,
		answers: withIds(story.answers, idOf),
		...(helper ? { helper } : {}),
		...(story.chairOnly ? { chairOnly: story.chairOnly } : {})
	};
	if (!story.sent) {
		storyteller.begin(told, instant(now, story.kept ?? [1, '12:00']));
		return [];
	}
	const by = story.opened && accounts.staff.get(idOf(story.opened.by));
	if (story.opened && !by) throw new Error(`${story.opened.by} cannot open anything`);
	const sentAt = instant(now, story.sent);
	storyteller.tell({
		...told,
		sentAt,
		...(story.opened && by ? { opened: { at: instant(now, story.opened.at), by } } : {}),
		...(story.opened?.reply
			? {
					replied: {
						at: instant(now, story.opened.at) + HOUR / 4,
						readyReply: story.opened.reply,
						...(story.opened.words ? { words: story.opened.words } : {})
					}
				}
			: {}),
		...(story.read ? { readAt: instant(now, story.read) } : {})
	});
	return person.meetings.filter(
		({ heldOn, scheduledAt }) => heldOn !== null && scheduledAt !== null && scheduledAt > sentAt
	);
}

function instant(now: number, [days, time]: When): number {
	return londonInstant(`${addDays(londonDate(now), -days)}T${time}`);
}

/** References of staff become their ids. */
function withIds(answers: SeedAnswers, idOf: (ref: string) => string): SeedAnswers {
	const read = (answer: Answer): Answer => {
		if (answer.kind === 'audience') return { ...answer, staff: answer.staff.map(idOf) };
		if (answer.kind !== 'people') return answer;
		return {
			...answer,
			people: answer.people.map((one) =>
				one.staffId === undefined ? one : { ...one, staffId: idOf(one.staffId) }
			)
		};
	};
	return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, read(answer)]));
}
