import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Answer } from '../../forms/answers.ts';
import { carerConsultation } from '../../forms/catalogue/carer-consultation.ts';
import type { Facts } from '../../forms/definition.ts';
import { wordingOf } from '../../forms/snapshot.ts';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import { invitedOn } from '../../meetings/invitations.ts';
import { LAW } from '../../meetings/limits.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import { createCarers } from '../carers/carers.ts';
import { carerKind } from '../carers/carer-kind.ts';
import { contactsForgottenBefore } from '../carers/due.ts';
import { carerFlagOf, carerPlace } from '../carers/rows.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { endUsed } from '../outside/end.ts';
import { liveLink } from '../outside/links.ts';
import { ageOn } from '../people.ts';
import { youngPersonOf } from '../people/facts.ts';
import { inventCarer, inventConsultation, STRAINED } from './carer-stories.ts';
import type { WrittenMeeting, WrittenPerson } from './people-rows.ts';
import { createRandom, type Random } from './random.ts';
import type { Council } from './tell-forms.ts';

const SEED = 5_122_026;
const DAY = 86_400_000;
/** Of all reviews that were held. */
const ASKED = 0.75;
const ANSWERED = 0.5;

type Answers = Readonly<Record<string, Answer>>;

interface AskedNow {
	readonly name: string;
	readonly daysAgo: number;
	/** Left out: not answered yet. */
	readonly answers?: Answers;
}

/** Before the reviews to come, by the young person’s reference. */
const NOW_ASKED: Readonly<Record<string, AskedNow>> = {
	'EB-1001': { name: 'Joyce Hill', daysAgo: 8 },
	'EB-1002': { name: 'Maria Lopes', daysAgo: 3, answers: STRAINED }
};

/** Carers asked before the reviews of three years, and two who are asked now: one has answered, and is tired. */
export async function tellCarers(app: App, council: Council): Promise<void> {
	const random = createRandom(SEED);
	await app.database.inTransaction(async (tx) => {
		for (const person of council.people.values()) {
			const invented = inventCarer(random);
			const name = NOW_ASKED[person.seed.profile.ref]?.name ?? invented;
			for (const meeting of person.meetings)
				if (meeting.kind === 'looked_after_review' && meeting.heldOn !== null)
					if (random.chance(ASKED))
						await wasAsked(app, tx, random, { person, name, meeting, heldOn: meeting.heldOn });
		}
	});
	for (const [ref, given] of Object.entries(NOW_ASKED)) await askNow(app, council, ref, given);
}

/** As it stands of long ago: the link is gone, and nobody can be written to any more. */
async function wasAsked(
	app: App,
	tx: Tx,
	random: Random,
	of: {
		readonly person: WrittenPerson;
		readonly name: string;
		readonly meeting: WrittenMeeting;
		readonly heldOn: string;
	}
): Promise<void> {
	const { vault } = app;
	const { person, meeting, heldOn } = of;
	const id = randomUUID();
	const askedAt =
		londonInstant(`${invitedOn(heldOn, LAW.invite)}T10:00`) + random.between(0, 6) * 3_600_000;
	const remindAt = londonInstant(`${invitedOn(heldOn, LAW.carer_reminder)}T07:00`);
	const meetingAt = londonInstant(`${heldOn}T09:00`);
	const answeredAt = askedAt + random.between(2, 18 * 24) * 3_600_000;
	const answers = inventConsultation(random);
	const chased = answeredAt > remindAt;
	const answered = random.chance(ANSWERED) && answeredAt < meetingAt;
	const { row, keys } = await youngPersonOf(app, tx, person.id);
	const language = 'en';
	const sealed = answered ? sealedOf(app, person, heldOn, answers, language) : null;
	const known = answered && askedAt > contactsForgottenBefore(app.now());
	const placement = answers['7'];
	await tx.insert(tx.tables.carerConsultations).values({
		id,
		meetingId: meeting.id,
		youngPersonId: person.id,
		role: random.chance(0.8) ? 'foster_carer' : 'key_worker',
		nameSealed: vault.council.sealText(vault.councilKeyId, carerPlace(id, 'name'), of.name),
		emailSealed: known
			? vault.council.sealText(vault.councilKeyId, carerPlace(id, 'email'), emailOf(of.name))
			: null,
		language,
		askedAt,
		askedByStaffId: person.officerId,
		chasedAt: chased ? remindAt : null,
		...(sealed && {
			sendKey: id,
			wordingSealed: keys.sealJson(row.keyId, carerPlace(id, 'wording'), sealed.wording),
			answersSealed: keys.sealJson(row.keyId, carerPlace(id, 'answers'), sealed.answers),
			flag: placement?.kind === 'pick' ? carerFlagOf(placement.value) : null,
			answeredAt,
			openedAt: Math.min(answeredAt + DAY, meetingAt),
			openedByStaffId: person.officerId
		})
	});
}

const emailOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@home.example`;

function sealedOf(app: App, person: WrittenPerson, on: string, answers: Answers, language: string) {
	const facts: Facts = {
		unaccompanied: false,
		age: ageOn(person.seed.profile.dateOfBirth, on),
		promises: [],
		statuses: [],
		planned: [],
		justHeld: false,
		writeUpDue: false
	};
	const translators = {
		shown: app.translator(languageOf(language).tag),
		english: app.translator('en')
	};
	const wording = wordingOf(carerConsultation, translators, 'standard', answers, facts);
	return { answers, wording };
}

/** Asked for the review to come, and answered the day after where there is an answer. */
async function askNow(app: App, council: Council, ref: string, given: AskedNow): Promise<void> {
	const person = council.people.get(ref);
	const officer = person && council.accounts.staff.get(person.officerId);
	const meeting = person?.meetings.find(
		({ kind, heldOn, scheduledAt }) =>
			kind === 'looked_after_review' && heldOn === null && (scheduledAt ?? 0) > council.now
	);
	if (!person || !officer || !meeting) return;
	let clock = londonInstant(`${addDays(londonDate(council.now), -given.daysAgo)}T11:15`);
	const now = () => Math.min(clock, council.now);
	const core: Core = { ...app, now, audit: createAudit(app.vault, now) };
	const id = randomUUID();
	await createCarers(core).ask(officer, {
		...{ id, meetingId: meeting.id, youngPersonId: person.id, name: given.name },
		role: 'foster_carer',
		email: emailOf(given.name),
		language: 'en'
	});
	clock += DAY;
	const { answers } = given;
	await app.database.inTransaction(async (tx) => {
		const { carerConsultations, messages } = tx.tables;
		// It went out that day.
		const [row] = await tx.select().from(carerConsultations).where(eq(carerConsultations.id, id));
		const linkId = row?.linkId ?? '';
		await tx
			.update(messages)
			.set({ state: 'sent', sentAt: clock - DAY })
			.where(eq(messages.outsideLinkId, linkId));
		const link = await liveLink(core, tx, linkId);
		if (!answers || !link) return;
		const { wording } = sealedOf(app, person, londonDate(now()), answers, 'en');
		await carerKind(core).deliver(tx, { link, answers, wording, language: 'en', sendKey: id });
		await endUsed(core, tx, link, false);
	});
}
