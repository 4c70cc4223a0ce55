import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { londonDate, londonInstant } from '../../language/dates.ts';
import { objectUntil } from '../../meetings/clocks.ts';
import { LAW } from '../../meetings/limits.ts';
import { addDays, isWorkingDay } from '../../meetings/working-days.ts';
import type { App } from '../app.ts';
import type { Tx } from '../db/database.ts';
import { decisionPlace, objectionPlace, outcomePlace } from '../deciding/places.ts';
import type { DecisionWords, Outcome } from '../deciding/views.ts';
import { tell } from '../notices/notices.ts';
import { youngPersonOf } from '../people/facts.ts';
import { DECIDED, OBJECTION, type SeedDecided } from './decided-words.ts';
import type { WrittenMeeting, WrittenPerson } from './people-rows.ts';
import { createRandom, type Random } from './random.ts';
import type { Council } from './tell-forms.ts';

/** Its own: what others tell stays as it is. */
const SEED = 1606;
/** Beside those with a name in the story. */
const OTHERS = 20;
const LAST = 2;
const OFFICER = 'S01';
const MANAGER = 'S04';

interface Held {
	readonly person: WrittenPerson;
	readonly meeting: WrittenMeeting & { readonly heldOn: string };
}

/**
 * What earlier meetings decided: of the last two of everybody with a name, and the last of some others. One waits for
 * the managers, and to one a manager objects.
 */
export async function tellDecisions(app: App, council: Council): Promise<void> {
	const random = createRandom(SEED);
	const today = londonDate(council.now);
	const named = [...council.people].filter(([ref]) => ref < 'EB-1011').map(([, person]) => person);
	const others = [...council.people.values()].filter((person) => !named.includes(person));
	const heldOf = (person: WrittenPerson, most: number): Held[] =>
		person.meetings
			.flatMap((meeting) =>
				meeting.heldOn !== null && meeting.heldOn < today
					? [{ person, meeting: { ...meeting, heldOn: meeting.heldOn } }]
					: []
			)
			.slice(-most);
	const some = others
		.flatMap((person) => heldOf(person, 1))
		.sort((a, b) => (a.meeting.heldOn < b.meeting.heldOn ? 1 : -1))
		.slice(0, OTHERS);
	const [waiting, objected] = some.filter(
		({ meeting, person }) =>
			meeting.kind === 'looked_after_review' && person.officerId === council.staff.get(OFFICER)?.id
	);

	await app.database.inTransaction(async (tx) => {
		const all = [...named.flatMap((person) => heldOf(person, LAST)), ...some];
		const there = await decidedAlready(tx, all);
		for (const held of all)
			if (!there.has(`${held.meeting.id} ${held.person.id}`))
				await decide(app, tx, random, held, council);
		const meetings = new Map(all.map((held) => [held.meeting.id, held]));
		for (const held of meetings.values())
			if (held !== waiting && held !== objected) await sentLongAgo(app, tx, held, council);
		if (waiting) await sentLately(app, tx, waiting, council, 1);
		if (objected) await objectTo(app, tx, objected, council);
	});
}

async function decidedAlready(tx: Tx, all: readonly Held[]): Promise<Set<string>> {
	const { decisions } = tx.tables;
	const rows = await tx
		.selectDistinct({ meetingId: decisions.meetingId, youngPersonId: decisions.youngPersonId })
		.from(decisions)
		.where(
			inArray(
				decisions.meetingId,
				all.map(({ meeting }) => meeting.id)
			)
		);
	return new Set(rows.map(({ meetingId, youngPersonId }) => `${meetingId} ${youngPersonId}`));
}

async function decide(
	app: App,
	tx: Tx,
	random: Random,
	{ person, meeting }: Held,
	{ now }: Council
): Promise<void> {
	const { row, keys } = await youngPersonOf(app, tx, person.id);
	const first = random.between(0, DECIDED.length - 1);
	const count = random.between(2, 3);
	const at = londonInstant(`${meeting.heldOn}T17:20`);
	const today = londonDate(now);
	for (let position = 0; position < count; position += 1) {
		const said: SeedDecided | undefined = DECIDED[(first + position) % DECIDED.length];
		if (!said) continue;
		const id = randomUUID();
		const seal = (column: 'point' | 'decided' | 'why', words: string, language = 'en') =>
			keys.sealJson(row.keyId, decisionPlace(id, column), {
				words,
				language
			} satisfies DecisionWords);
		const dueOn = said.owner === undefined ? null : addDays(meeting.heldOn, said.days ?? 30);
		const past = dueOn !== null && dueOn < today;
		const done = past ? (random.chance(0.75) ? 'done' : 'not_done') : null;
		const arabic = person.language === 'ar' ? said.arabic : undefined;
		await tx.insert(tx.tables.decisions).values({
			id,
			meetingId: meeting.id,
			youngPersonId: person.id,
			sendKey: randomUUID(),
			position,
			starred: position === 0 ? 1 : 0,
			pointSealed: seal('point', arabic ?? said.point, arabic === undefined ? 'en' : 'ar'),
			outcome: said.outcome,
			decidedSealed: said.decided === undefined ? null : seal('decided', said.decided),
			whySealed: said.why === undefined ? null : seal('why', said.why),
			ownerStaffId: said.owner === 'officer' ? person.officerId : null,
			ownerSealed:
				said.owner === undefined || said.owner === 'officer'
					? null
					: keys.sealText(row.keyId, decisionPlace(id, 'owner'), said.owner),
			dueOn,
			done,
			doneOn: done === null ? null : dueOn,
			doneByStaffId: done === null ? null : person.officerId,
			version: 1,
			createdAt: at,
			updatedAt: at
		});
	}
}

/** As the record has it: sent on that day and, when the window has passed, final. Where it was never sent, it is open. */
async function sentLongAgo(app: App, tx: Tx, held: Held, { now }: Council): Promise<void> {
	const { decisionsSentOn } = held.meeting;
	const sentAt = decisionsSentOn === null ? null : londonInstant(`${decisionsSentOn}T15:10`);
	const until = sentAt === null ? null : objectUntil(sentAt, LAW);
	await writeOutcome(app, tx, held, {
		decisionsSentAt: sentAt,
		objectUntil: until,
		finalAt: until !== null && until < now ? until : null
	});
}

async function writeOutcome(
	app: App,
	tx: Tx,
	{ person, meeting }: Held,
	sent: {
		readonly decisionsSentAt: number | null;
		readonly objectUntil: number | null;
		readonly finalAt: number | null;
	}
): Promise<void> {
	const { council, councilKeyId } = app.vault;
	const { knownAs, lastName } = person.seed.profile;
	const outcome: Outcome = {
		present: `${knownAs} ${lastName}`,
		planChange: 'no',
		nextBy: null
	};
	const completedAt = londonInstant(`${meeting.heldOn}T17:40`);
	await tx.insert(tx.tables.meetingOutcomes).values({
		...sent,
		meetingId: meeting.id,
		outcomeSealed: council.sealJson(councilKeyId, outcomePlace(meeting.id), outcome),
		completedAt,
		byStaffId: person.officerId,
		version: 1,
		updatedAt: completedAt
	});
}

/** They are with the managers since so many working days ago. */
async function sentLately(
	app: App,
	tx: Tx,
	held: Held,
	{ now, staff }: Council,
	workingDays: number
): Promise<void> {
	const on = workingDaysAgo(londonDate(now), workingDays);
	const sentAt = londonInstant(`${on}T09:30`);
	const { meetings } = tx.tables;
	await tx.update(meetings).set({ decisionsSentOn: on }).where(eq(meetings.id, held.meeting.id));
	await writeOutcome(app, tx, held, {
		decisionsSentAt: sentAt,
		objectUntil: objectUntil(sentAt, LAW),
		finalAt: null
	});
	const manager = staff.get(MANAGER);
	if (manager)
		await tell(
			tx,
			[
				{
					to: { staffId: manager.id, kind: 'decisions_to_agree' },
					meetingId: held.meeting.id,
					byStaffId: held.person.officerId
				}
			],
			sentAt
		);
}

async function objectTo(app: App, tx: Tx, held: Held, council: Council): Promise<void> {
	const manager = council.staff.get(MANAGER);
	if (!manager) return;
	const on = workingDaysAgo(londonDate(council.now), 3);
	const sentAt = londonInstant(`${on}T11:05`);
	const id = randomUUID();
	const keys = app.vault.council;
	const { meetings } = tx.tables;
	await tx.update(meetings).set({ decisionsSentOn: on }).where(eq(meetings.id, held.meeting.id));
	await writeOutcome(app, tx, held, {
		decisionsSentAt: sentAt,
		objectUntil: objectUntil(sentAt, LAW),
		finalAt: null
	});
	const at = londonInstant(`${workingDaysAgo(londonDate(council.now), 1)}T16:20`);
	await tx.insert(tx.tables.objections).values({
		id,
		meetingId: held.meeting.id,
		sendKey: randomUUID(),
		wordsSealed: keys.sealText(app.vault.councilKeyId, objectionPlace(id, 'words'), OBJECTION),
		byStaffId: manager.id,
		createdAt: at
	});
	await tell(
		tx,
		[
			{
				to: { staffId: held.person.officerId, kind: 'decisions_objected' },
				meetingId: held.meeting.id,
				byStaffId: manager.id
			}
		],
		at
	);
}

function workingDaysAgo(today: string, count: number): string {
	let date = today;
	for (let counted = 0; counted < count;) {
		date = addDays(date, -1);
		if (isWorkingDay(date)) counted += 1;
	}
	return date;
}
