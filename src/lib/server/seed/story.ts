import { inArray } from 'drizzle-orm';
import { londonMidnight } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { App } from '../app.ts';
import { eachChunk } from '../db/in-chunks.ts';
import { ageOn } from '../people.ts';
import { READY_REPLIES } from '../statements/ready-replies.ts';
import type { WrittenMeeting, WrittenPerson, WrittenStaff } from './people-rows.ts';
import type { Random } from './random.ts';
import type { Accounts } from './seed-accounts.ts';
import { faceFor, inventAnswers } from './statement-words.ts';
import { createStoryteller, type Told } from './storyteller.ts';
import { tellNow } from './story-now.ts';
import { tellAfter } from './tell-after.ts';
import { tellBefore } from './tell-before.ts';
import { tellCarers } from './tell-carers.ts';
import { tellConcerns } from './tell-concerns.ts';
import { tellDecisions } from './tell-decisions.ts';
import { tellDuty } from './tell-duty.ts';
import { tellDiary } from './tell-diary.ts';
import { tellFigures } from './tell-figures.ts';
import { tellForms } from './tell-forms.ts';
import { tellHeard } from './tell-heard.ts';
import { tellLately } from './tell-lately.ts';
import { tellLetters } from './tell-letters.ts';
import { tellMachines } from './tell-machines.ts';
import { tellOutside } from './tell-outside.ts';
import { tellRequests } from './tell-requests.ts';
import { tellSettings } from './tell-settings.ts';
import { tellSurveys } from './tell-surveys.ts';
import { tellThemes } from './tell-themes.ts';
import { REPLY_WORDS } from './words.ts';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
/** How many past statements at most. */
const MOST_PAST = 80;

/** What was said and answered in three years, and how things stand today. */
export async function tellStory(
	app: App,
	random: Random,
	people: ReadonlyMap<string, WrittenPerson>,
	accounts: Accounts,
	staff: WrittenStaff
): Promise<void> {
	const storyteller = createStoryteller(app);
	const past: { told: Told; meeting: WrittenMeeting }[] = [];
	for (const person of people.values()) {
		const author = accounts.youngPeople.get(person.id);
		if (!author || past.length >= MOST_PAST) continue;
		const held = person.meetings.filter(
			({ kind, heldOn, scheduledAt }) =>
				kind === 'looked_after_review' &&
				heldOn !== null &&
				scheduledAt !== null &&
				ageOn(person.seed.profile.dateOfBirth, heldOn) >= 6
		);
		for (const [index, meeting] of held.entries()) {
			const isLast = index === held.length - 1;
			if (isLast || random.chance(0.6))
				past.push({ meeting, told: pastStatement(random, person, meeting, author, accounts) });
		}
	}

	const now = app.now();
	const retold = new Set(past.map(({ meeting }) => meeting));
	const council = { now, people, staff, accounts };
	const since = tellForms(storyteller, council).filter((meeting) => !retold.has(meeting));
	await notHeldYet(
		app,
		[...retold, ...since].map(({ id }) => id)
	);
	const missed = past.findLast(({ told }) => told.replied === undefined) ?? past.at(-1);
	for (const { told, meeting } of past) {
		storyteller.tell(meeting === missed?.meeting ? neverOpened(told) : told);
	}
	for (const { id, heldOn, scheduledAt } of [...retold, ...since])
		storyteller.hold(id, heldOn ?? '', (scheduledAt ?? 0) + HOUR);
	const advocate = accounts.staff.get(staff.get('S05')?.id ?? '');
	if (advocate)
		for (const { told } of past)
			if (told.sentAt < now - WEEK) storyteller.openRequests(advocate, told.sentAt + 26 * HOUR);
	tellNow(storyteller, random, { now, people, accounts });
	tellAfter(storyteller, council);
	await storyteller.run();
	await tellRequests(app, council);
	await tellDuty(app, council);
	await tellConcerns(app, council);
	await tellSettings(app, council);
	await tellBefore(app, council);
	await tellCarers(app, council);
	await tellLetters(app, council);
	await tellDecisions(app, council);
	await tellDiary(app, council);
	await tellOutside(app, council);
	await tellSurveys(app, council);
	await tellMachines(app, council);
	await tellLately(app, council);
	await tellHeard(app, council);
	await tellThemes(app, council);
	await tellFigures(app, council);
}

/** Sent some days before a review, opened and mostly answered before it. */
function pastStatement(
	random: Random,
	person: WrittenPerson,
	meeting: WrittenMeeting,
	author: Told['author'],
	accounts: Accounts
): Told {
	const scheduledAt = meeting.scheduledAt ?? 0;
	const day = addDays(meeting.heldOn ?? '', -random.between(3, 8));
	const sentAt = londonMidnight(day) + random.between(15 * 60, 21 * 60) * 60_000;
	const openedAt = sentAt + random.between(14, 40) * HOUR;
	const repliedAt = openedAt + random.between(5, 600) * 60_000;
	const by = accounts.staff.get(person.officerId);
	const face = faceFor(random, ageOn(person.seed.profile.dateOfBirth, day));
	const language = languageOf(person.language).tag;
	return {
		author,
		form: 'before-my-review',
		language,
		face,
		answers: inventAnswers(random, { language, face }),
		sentAt,
		...(by && openedAt < scheduledAt ? { opened: { at: openedAt, by } } : {}),
		...(repliedAt < scheduledAt && random.chance(0.8)
			? {
					replied: {
						at: repliedAt,
						readyReply: random.pick(READY_REPLIES),
						...(random.chance(0.5) ? { words: random.pick(REPLY_WORDS) } : {})
					},
					readAt: repliedAt + 20 * HOUR
				}
			: {})
	};
}

function neverOpened({ author, form, language, face, answers, sentAt }: Told): Told {
	return { author, form, language, face, answers, sentAt };
}

/** A statement links to a meeting that is still to come: these are held again when their time comes. */
async function notHeldYet(app: App, meetingIds: readonly string[]): Promise<void> {
	await app.database.inTransaction((tx) => {
		const { meetings } = tx.tables;
		return eachChunk(meetingIds, (chunk) =>
			tx.update(meetings).set({ heldOn: null }).where(inArray(meetings.id, chunk))
		);
	});
}
