import { randomUUID } from 'node:crypto';
import { ageBandOf } from '../../src/lib/figures/age-bands.ts';
import { londonDate, londonInstant } from '../../src/lib/language/dates.ts';
import { PARTICIPATION_CODES } from '../../src/lib/meetings/participation.ts';
import { addDays } from '../../src/lib/meetings/working-days.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Tx } from '../../src/lib/server/db/database.ts';
import { youngPersonPlace } from '../../src/lib/server/people.ts';
import { createRandom } from '../../src/lib/server/seed/random.ts';
import { sealSurveyAnswers } from '../../src/lib/server/surveys/answers.ts';
import { addStaff } from '../support/people.ts';

const YEARS = 10;
const DAY_MS = 86_400_000;
const TODAY = londonDate(Date.now());
export const A_YEAR = { from: addDays(TODAY, -364), to: TODAY };
export const ALL_YEARS = { from: addDays(TODAY, -365 * YEARS), to: TODAY };
const random = createRandom(50_000);

type Tables = Tx['tables'];
type Row<Name extends keyof Tables> = Tables[Name]['$inferInsert'];
const TABLES = [
	'youngPeople',
	'carePeriods',
	'meetings',
	'meetingYoungPeople',
	'statements',
	'statementLinks',
	'statementOpenings',
	'replies',
	'requests',
	'requestSteps',
	'surveyResponses'
] as const satisfies readonly (keyof Tables)[];
type Rows = { [Name in (typeof TABLES)[number]]: Row<Name>[] };

const noRows = (): Rows => ({
	youngPeople: [],
	carePeriods: [],
	meetings: [],
	meetingYoungPeople: [],
	statements: [],
	statementLinks: [],
	statementOpenings: [],
	replies: [],
	requests: [],
	requestSteps: [],
	surveyResponses: []
});

const instant = (day: string): number => londonInstant(`${day}T10:00`);

interface Child {
	readonly id: string;
	readonly bornOn: string;
	readonly officerId: string;
}

function addChild(app: App, rows: Rows, keyId: string, officers: readonly string[]): Child {
	const id = randomUUID();
	const officerId = random.pick(officers);
	const bornOn = addDays(TODAY, -random.between(365, 365 * 18));
	const profile = {
		ref: id,
		...{ firstName: 'Amina', lastName: 'Osman', knownAs: 'Amina', dialect: null },
		dateOfBirth: bornOn
	};
	rows.youngPeople.push({
		id,
		keyId,
		refIndex: id,
		nameIndex: id,
		profileSealed: sealing(app).sealJson(keyId, youngPersonPlace(id), profile),
		sex: random.pick(['female', 'male']),
		ethnicity: random.pick(ETHNICITIES),
		disabled: random.pick(['yes', 'no', 'no', 'no']),
		unaccompanied: random.pick(['yes', 'no', 'no', 'no', 'no']),
		language: 'en',
		officerId,
		socialWorkerId: officerId,
		team: random.pick(TEAMS),
		createdAt: 0
	});
	rows.carePeriods.push({
		id: randomUUID(),
		youngPersonId: id,
		status: random.pick(['looked_after', 'looked_after', 'looked_after', 'care_leaver']),
		startedOn: ALL_YEARS.from
	});
	return { id, bornOn, officerId };
}

const ETHNICITIES = Array.from({ length: 18 }, (_, count) => `Ethnicity ${count}`);
const TEAMS = Array.from({ length: 12 }, (_, count) => `Team ${count}`);

let keyring: Awaited<ReturnType<App['vault']['unlock']>> | null = null;
function sealing(app: App) {
	return keyring ?? app.vault.council;
}

function addMeeting(rows: Rows, kind: string, heldOn: string | null, children: readonly Child[]) {
	const id = randomUUID();
	const planned = heldOn ?? addDays(TODAY, random.between(1, 180));
	const sent = (most: number) => heldOn && addDays(heldOn, random.between(1, most));
	rows.meetings.push({
		id,
		kind,
		scheduledAt: instant(planned),
		dueBy: addDays(planned, random.between(-5, 20)),
		heldOn,
		chairId: children[0]?.officerId ?? null,
		decisionsSentOn: random.chance(0.9) ? sent(12) : null,
		recordSentOn: random.chance(0.9) ? sent(40) : null,
		createdAt: 0
	});
	for (const child of children) {
		const years = Math.max(0, Date.parse(planned) - Date.parse(child.bornOn)) / (365.25 * DAY_MS);
		rows.meetingYoungPeople.push({
			meetingId: id,
			youngPersonId: child.id,
			ageBand: heldOn && ageBandOf(Math.floor(years)),
			participationCode: heldOn && (random.chance(0.9) ? random.pick(PARTICIPATION_CODES) : null)
		});
	}
	return id;
}

/** For every second review; most are opened, half are answered. */
function addStatement(rows: Rows, child: Child, meetingId: string, heldOn: string): void {
	const id = randomUUID();
	const sentAt = instant(addDays(heldOn, -random.between(1, 20)));
	rows.statements.push({
		id,
		youngPersonId: child.id,
		formId: random.pick(['before-my-review', 'my-worker', 'good-news']),
		formVersion: 1,
		sendKey: id,
		goesTo: 'chair',
		meetingKinds: 'looked_after_review',
		language: random.pick(['en', 'en', 'en', 'ar', 'pl']),
		face: random.pick(['standard', 'easy']),
		title: '"A form"',
		wordingSealed: Buffer.alloc(400),
		ageBand: random.pick(['4_to_9', '10_to_15', '16_to_17']),
		careStatus: 'looked_after',
		state: 'closed',
		sentAt
	});
	rows.statementLinks.push({
		id: randomUUID(),
		statementId: id,
		meetingId,
		reason: 'next',
		linkedAt: sentAt
	});
	if (random.chance(0.1)) return;
	const openedAt = sentAt + random.between(1, 20) * DAY_MS;
	rows.statementOpenings.push({
		id: randomUUID(),
		statementId: id,
		staffId: child.officerId,
		openedAt,
		asChair: 1
	});
	if (random.chance(0.5))
		rows.replies.push({
			id: randomUUID(),
			statementId: id,
			staffId: child.officerId,
			sendKey: id,
			language: 'en',
			sentAt: openedAt + DAY_MS
		});
}

function addRequest(rows: Rows, child: Child, on: string): void {
	const id = randomUUID();
	const kind = random.pick(['advocate', 'complaint', 'independent_visitor']);
	const stage = kind === 'complaint' ? 'stage_1' : 'new';
	const at = instant(on);
	const closedAt = at + random.between(1, 30) * DAY_MS;
	const of = { requestId: id, language: 'en' };
	rows.requests.push({
		...{ id, kind, raisedBy: 'form', youngPersonId: child.id, sendKey: id, language: 'en' },
		...{ state: 'closed', createdAt: at, closedAt, stage: 'ended', stageStartedOn: on, version: 1 }
	});
	rows.requestSteps.push(
		{
			...{ ...of, id: randomUUID(), number: 0, sendKey: `${id}/0`, kind: 'received', stage },
			...{ startedOn: on, dueOn: addDays(on, 14), createdAt: at }
		},
		{
			...{ ...of, id: randomUUID(), number: 1, sendKey: `${id}/1`, kind: 'ended', stage: 'ended' },
			...{ startedOn: londonDate(closedAt), dueOn: null, createdAt: closedAt }
		}
	);
}

function addResponse(app: App, rows: Rows, heldOn: string): void {
	const id = randomUUID();
	rows.surveyResponses.push({
		...{ id, sendKey: id, survey: 'parents-conference', language: 'en', source: 'import' },
		conferenceKind: random.pick(['initial', 'review']),
		respondedOn: heldOn,
		answersSealed: sealSurveyAnswers(app, id, {
			P1: { kind: 'yes_no', value: random.pick(['yes', 'no']) },
			P6: { kind: 'faces', value: random.pick([1, 2, 3, 4, 5]) },
			P10: { kind: 'scale', value: random.between(0, 10) }
		})
	});
}

/** Two reviews a year each, a conference a year for every fifth with a brother or sister, a request in three years. */
function addHistory(app: App, rows: Rows, child: Child, sibling: Child | null): void {
	for (let year = 0; year < YEARS; year += 1) {
		for (const half of [0, 182]) {
			const heldOn = addDays(TODAY, -1 - year * 365 - half - random.between(0, 181));
			const id = addMeeting(rows, 'looked_after_review', heldOn, [child]);
			if (half === 0) addStatement(rows, child, id, heldOn);
		}
		if (sibling) {
			const heldOn = addDays(TODAY, -1 - year * 365 - random.between(0, 364));
			const kind = random.pick(['initial_conference', 'review_conference']);
			addMeeting(rows, kind, heldOn, [child, sibling]);
			if (random.chance(0.5)) addResponse(app, rows, heldOn);
		}
		if (random.chance(0.3))
			addRequest(rows, child, addDays(TODAY, -1 - year * 365 - random.between(0, 364)));
	}
	addMeeting(rows, 'looked_after_review', null, [child]);
}

/** So many young people with ten years behind them. */
export async function fillCouncil(app: App, size: number): Promise<void> {
	const officers: string[] = [];
	for (let count = 0; count < Math.max(4, size / 60); count += 1)
		officers.push((await addStaff(app, { name: `Officer ${count}` })).id);
	const keyId = await app.database.inTransaction((tx) => app.vault.newKey(tx, 0));
	keyring = await app.vault.unlock(app.database.read, [keyId]);
	for (let done = 0; done < size; done += 250) {
		const rows = noRows();
		const children = Array.from({ length: Math.min(250, size - done) }, () =>
			addChild(app, rows, keyId, officers)
		);
		for (const [at, child] of children.entries())
			addHistory(app, rows, child, at % 5 === 0 ? (children[at + 1] ?? null) : null);
		await app.database.inTransaction(async (tx) => {
			for (const name of TABLES)
				for (let start = 0; start < rows[name].length; start += 500) {
					const some: Record<string, unknown>[] = rows[name].slice(start, start + 500);
					// The rows of a table go into that table.
					await tx.insert(tx.tables[name]).values(some as never);
				}
		});
	}
}
