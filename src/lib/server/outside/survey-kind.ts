import { eq } from 'drizzle-orm';
import type { Answer, Answers } from '../../forms/answers.ts';
import type { Facts } from '../../forms/definition.ts';
import { parentsConference, RING_QUESTIONS } from '../../forms/catalogue/parents-conference.ts';
import { londonDate } from '../../language/dates.ts';
import { NOBODY } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { addCallback, addResponse, type ConferenceKind } from '../surveys/answers.ts';
import type { OutsideKind } from './kinds.ts';
import type { LinkRow } from './links.ts';

/** Nothing is known of a parent, and nothing is asked that hangs on it. */
const NOTHING_KNOWN: Facts = {
	unaccompanied: false,
	age: 18,
	promises: [],
	statuses: [],
	planned: [],
	justHeld: false,
	writeUpDue: false
};

/** What parents say about a conference: kept so that nobody can tell whose it is, nor of which conference. */
export const surveyKind = (core: Core): OutsideKind => ({
	purpose: 'survey',
	form: parentsConference,
	deletesLink: true,
	facts: () => Promise.resolve(NOTHING_KNOWN),
	about: () => Promise.resolve({ values: {} }),
	async deliver(tx, { link, answers, language, sendKey }) {
		const today = londonDate(core.now());
		await addResponse(core, tx, {
			survey: parentsConference.id,
			conferenceKind: await conferenceKindOf(tx, link),
			respondedOn: `${today.slice(0, 7)}-01`,
			source: link.reach === 'room' ? 'room' : 'link',
			language,
			answers: withoutRing(answers),
			sendKey
		});
		const contact = ringOf(answers);
		if (contact) await addCallback(core, tx, { contact, language, askedOn: today });
		// That one came in, and nothing else: no link, no meeting.
		await core.audit.record(tx, { action: 'survey.received', actor: NOBODY });
	},
	async delivered(queries, sendKey) {
		const { surveyResponses } = queries.tables;
		const [row] = await queries
			.select({ id: surveyResponses.id })
			.from(surveyResponses)
			.where(eq(surveyResponses.sendKey, sendKey));
		return row !== undefined;
	}
});

async function conferenceKindOf(queries: Queries, link: LinkRow): Promise<ConferenceKind> {
	const { meetings } = queries.tables;
	const [meeting] = await queries
		.select({ kind: meetings.kind })
		.from(meetings)
		.where(eq(meetings.id, link.meetingId));
	return meeting?.kind === 'initial_conference' ? 'initial' : 'review';
}

const RING: readonly string[] = Object.values(RING_QUESTIONS);

/** A name and a number beside the answers would tell whose they are. */
export const withoutRing = (answers: Answers): Answers =>
	Object.fromEntries(Object.entries(answers).filter(([id]) => !RING.includes(id)));

/** Whom to ring; null where they do not want it, or left no number. */
export function ringOf(answers: Answers): { readonly name: string; readonly phone: string } | null {
	const wish = answers[RING_QUESTIONS.wish];
	const phone = wordsIn(answers[RING_QUESTIONS.phone]);
	if (wish?.kind !== 'yes_no' || wish.value !== 'yes' || phone === '') return null;
	return { name: wordsIn(answers[RING_QUESTIONS.name]), phone };
}

const wordsIn = (answer: Answer | undefined): string =>
	answer?.kind === 'words' ? answer.text : '';
