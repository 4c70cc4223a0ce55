import { randomUUID } from 'node:crypto';
import { and, inArray, isNotNull, isNull } from 'drizzle-orm';
import { financialYear, financialYearOf } from '../../figures/periods.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { CONFERENCES } from '../../meetings/kinds.ts';
import { addDays, addMonths, addWorkingDays } from '../../meetings/working-days.ts';
import type { App } from '../app.ts';
import type { Tx } from '../db/database.ts';
import { keepStandings } from '../figures/standing.ts';
import { addCallback, addResponse } from '../surveys/answers.ts';
import { workingDay } from './history.ts';
import { createRandom, type Random } from './random.ts';
import { inventRecord, inventResponse } from './survey-stories.ts';
import type { Council } from './tell-forms.ts';

const SEED = 20_250_707;
const YEARS = 3;
/** Those who can be signed in as are left as they are. */
const LEFT_ALONE = 10;
/** Months from the first conference to each of those after it, before somebody came into care. */
const AFTER_MONTHS = [0, 3, 8, 13] as const;
/** How many conferences have answers, the last year first: it is asked better every year. */
const RETURN = [0.26, 0.26, 0.14, 0.05] as const;
/** Chairs keep a record of nearly all; of the last weeks some are still to do. */
const RECORDED = 0.88;
const STILL_TO_DO_DAYS = 40;

/**
 * Three years of conferences about children who came into care later, what parents said of them and what the chairs saw,
 * and two parents who want to be rung.
 */
export async function tellSurveys(app: App, council: Council): Promise<void> {
	const random = createRandom(SEED);
	const today = londonDate(council.now);
	await app.database.inTransaction(async (tx) => {
		await writeConferences(app, tx, random, council, today);
		let answered = 0;
		for (const conference of await conferencesHeld(tx)) {
			const { heldOn } = conference;
			const toDo = heldOn > addDays(today, -STILL_TO_DO_DAYS);
			if (random.chance(toDo ? 0.3 : RECORDED))
				await tx.insert(tx.tables.conferenceRecords).values({
					meetingId: conference.id,
					...inventRecord(random),
					byStaffId: conference.chairId,
					version: 1,
					...writtenAt(addWorkingDays(heldOn, 1), council.now)
				});
			const yearsAgo = financialYearOf(today) - financialYearOf(heldOn);
			const returned = random.chance(RETURN[yearsAgo] ?? 0) ? (random.chance(0.3) ? 2 : 1) : 0;
			for (let parent = 0; parent < returned; parent += 1)
				await respond(app, tx, random, { conference, number: answered++ });
		}
		for (const [name, phone, days] of [
			['Mrs Rahman', '01632 960 731', 3],
			['Steve', '01632 960 746', 9]
		] as const)
			await addCallback(app, tx, {
				contact: { name, phone },
				language: 'en',
				askedOn: addDays(today, -days)
			});
	});
}

async function respond(
	app: App,
	tx: Tx,
	random: Random,
	{ conference, number }: { readonly conference: Conference; readonly number: number }
): Promise<void> {
	const onPaper = random.chance(0.25);
	const month = `${conference.heldOn.slice(0, 7)}-01`;
	await addResponse(app, tx, {
		survey: parentsConference.id,
		conferenceKind: conference.kind === 'initial_conference' ? 'initial' : 'review',
		respondedOn: onPaper ? conference.heldOn : month,
		source: onPaper ? 'paper' : random.pick(['link', 'room'] as const),
		language: random.chance(0.1) ? 'ar' : 'en',
		answers: inventResponse(random, number),
		sendKey: randomUUID()
	});
}

/** Their child protection conferences, before those who are looked after now came into care. */
async function writeConferences(
	app: App,
	tx: Tx,
	random: Random,
	{ people, staff, now }: Council,
	today: string
): Promise<void> {
	const since = financialYear(financialYearOf(today) - YEARS).from;
	const written: string[] = [];
	for (const [ref, person] of people) {
		const { status, startedOn, profile } = person.seed;
		if (status !== 'looked_after' || Number(ref.slice(-4)) <= 1000 + LEFT_ALONE) continue;
		const first = addMonths(startedOn, -random.between(9, 18));
		if (profile.dateOfBirth >= first) continue;
		const days = AFTER_MONTHS.map((months) =>
			workingDay(addDays(addMonths(first, months), random.between(0, 9)))
		).filter((day) => day >= since && day < addDays(startedOn, -7));
		for (const [index, heldOn] of days.entries()) {
			const id = randomUUID();
			const dueBy = addDays(
				heldOn,
				random.chance(0.85) ? random.between(0, 6) : -random.between(1, 9)
			);
			await tx.insert(tx.tables.meetings).values({
				id,
				ref: `${ref}-C${index + 1}`,
				kind: index === 0 ? 'initial_conference' : 'review_conference',
				scheduledAt: londonInstant(`${heldOn}T10:00`),
				dueBy,
				heldOn,
				chairId: staff.get('S03')?.id ?? null,
				decisionsSentOn: addWorkingDays(heldOn, 1),
				recordSentOn: addWorkingDays(heldOn, random.between(9, 19)),
				createdAt: now
			});
			await tx
				.insert(tx.tables.meetingYoungPeople)
				.values({ meetingId: id, youngPersonId: person.id });
			written.push(id);
		}
	}
	await keepStandings(app, tx, { meetingIds: written });
}

interface Conference {
	readonly id: string;
	readonly kind: string;
	readonly heldOn: string;
	readonly chairId: string | null;
}

async function conferencesHeld(tx: Tx): Promise<Conference[]> {
	const { meetings } = tx.tables;
	const rows = await tx
		.select({
			id: meetings.id,
			kind: meetings.kind,
			heldOn: meetings.heldOn,
			chairId: meetings.chairId
		})
		.from(meetings)
		.where(
			and(
				inArray(meetings.kind, [...CONFERENCES]),
				isNotNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			)
		)
		// Not by its id, which is another on every run.
		.orderBy(meetings.heldOn, meetings.ref);
	return rows.flatMap(({ heldOn, ...row }) => (heldOn === null ? [] : [{ ...row, heldOn }]));
}

function writtenAt(day: string, now: number) {
	const at = Math.min(londonInstant(`${day}T16:20`), now);
	return { createdAt: at, updatedAt: at };
}
