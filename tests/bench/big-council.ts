import { randomUUID } from 'node:crypto';
import { ageBandOf } from '../../src/lib/figures/age-bands.ts';
import { PARTICIPATION_CODES } from '../../src/lib/meetings/participation.ts';
import { addDays } from '../../src/lib/meetings/working-days.ts';
import type { App } from '../../src/lib/server/app.ts';
import { youngPersonPlace } from '../../src/lib/server/people.ts';
import { themesWithRows } from '../../src/lib/server/themes/list.ts';
import { addStaff } from '../support/people.ts';
import {
	DAY_MS,
	LATELY,
	TODAY,
	addAftermath,
	addConsultation,
	addRequest,
	addResponse,
	addStatement,
	instant,
	keepRows,
	noRows,
	random,
	type Child,
	type Rows,
	type Sealing
} from './council-rows.ts';

const YEARS = 10;
export const A_YEAR = { from: addDays(TODAY, -364), to: TODAY };
export const ALL_YEARS = { from: addDays(TODAY, -365 * YEARS), to: TODAY };

function addChild(rows: Rows, { keyId, keys }: Sealing, officers: readonly string[]): Child {
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
		profileSealed: keys.sealJson(keyId, youngPersonPlace(id), profile),
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
	if (random.chance(0.5))
		rows.accounts.push({
			...{ id: randomUUID(), youngPersonId: id, signInNameIndex: id, createdAt: 0 },
			signInNameSealed: Buffer.alloc(40)
		});
	return { id, bornOn, officerId };
}

const ETHNICITIES = Array.from({ length: 18 }, (_, count) => `Ethnicity ${count}`);
const TEAMS = Array.from({ length: 12 }, (_, count) => `Team ${count}`);

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

/** Two reviews a year each, a conference a year for every fifth with a brother or sister, a request in three years. */
function addHistory(
	app: App,
	rows: Rows,
	sealing: Sealing,
	child: Child,
	sibling: Child | null
): void {
	for (let year = 0; year < YEARS; year += 1) {
		for (const half of [0, 182]) {
			const heldOn = addDays(TODAY, -1 - year * 365 - half - random.between(0, 181));
			const id = addMeeting(rows, 'looked_after_review', heldOn, [child]);
			if (half === 0) addStatement(rows, sealing, child, id, heldOn);
			else addConsultation(rows, child, id, heldOn);
			if (heldOn > LATELY) addAftermath(rows, child, id, heldOn);
		}
		if (sibling) {
			const heldOn = addDays(TODAY, -1 - year * 365 - random.between(0, 364));
			const kind = random.pick(['initial_conference', 'review_conference']);
			const id = addMeeting(rows, kind, heldOn, [child, sibling]);
			if (random.chance(0.5)) addResponse(app, rows, id, heldOn);
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
	const keyId = await app.database.inTransaction(async (tx) => {
		await themesWithRows(app, tx);
		return app.vault.newKey(tx, 0);
	});
	const sealing = { keyId, keys: await app.vault.unlock(app.database.read, [keyId]) };
	for (let done = 0; done < size; done += 250) {
		const rows = noRows();
		const children = Array.from({ length: Math.min(250, size - done) }, () =>
			addChild(rows, sealing, officers)
		);
		for (const [at, child] of children.entries())
			addHistory(app, rows, sealing, child, at % 5 === 0 ? (children[at + 1] ?? null) : null);
		await keepRows(app, rows);
	}
}
