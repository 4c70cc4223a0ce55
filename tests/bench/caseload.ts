// `node tests/bench/caseload.ts`: how long the caseload of 90 children takes with ten years of meetings behind each, in
// a council of 1,000, and what a manager sees of everybody’s. Budgets: 50 ms and 600 ms of server work.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { londonDate } from '../../src/lib/language/dates.ts';
import { createApp, type App } from '../../src/lib/server/app.ts';
import { addMeeting, addStaff, addYoungPerson } from '../support/people.ts';

const COUNCIL = 1_000;
const CASELOAD = 90;
const DAY_MS = 86_400_000;
const YEARS = 10;
const REVIEWS_A_YEAR = 2;

async function time(what: string, runs: number, work: () => Promise<unknown>): Promise<void> {
	const took: number[] = [];
	for (let run = 0; run < runs; run += 1) {
		const start = performance.now();
		await work();
		took.push(performance.now() - start);
	}
	const median = took.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
	console.info(`${what}: first ${took[0]?.toFixed(1)} ms, median ${median.toFixed(1)} ms`);
}

/** Ten years in care, a review every half year, and for two of three the next one planned. */
async function addChild(app: App, officerId: string, count: number): Promise<void> {
	const child = await addYoungPerson(app, { knownAs: `Child ${count}`, officerId });
	const held = Array.from({ length: YEARS * REVIEWS_A_YEAR }, (_, back) => ({
		id: randomUUID(),
		kind: 'looked_after_review',
		heldOn: londonDate(app.now() - (back * 182 + (count % 180)) * DAY_MS),
		chairId: officerId,
		createdAt: app.now()
	}));
	await app.database.inTransaction(async (tx) => {
		await tx.insert(tx.tables.carePeriods).values({
			id: randomUUID(),
			youngPersonId: child.id,
			status: 'looked_after',
			startedOn: londonDate(app.now() - YEARS * 365 * DAY_MS)
		});
		await tx.insert(tx.tables.meetings).values(held);
		await tx
			.insert(tx.tables.meetingYoungPeople)
			.values(held.map(({ id }) => ({ meetingId: id, youngPersonId: child.id })));
	});
	if (count % 3 > 0)
		await addMeeting(app, {
			youngPersonIds: [child.id],
			scheduledAt: app.now() + (count % 180) * DAY_MS,
			chairId: officerId
		});
}

async function measure(databaseUrl: string): Promise<void> {
	const app = await createApp({ databaseUrl, masterKey: randomBytes(32) });
	const officer = await addStaff(app, { name: 'Sam Okoro' });
	const others = await addStaff(app, { name: 'Everybody Else' });
	const manager = await addStaff(app, { name: 'Mo Blake', roles: ['manager'] });
	for (let count = 0; count < COUNCIL; count += 1)
		await addChild(app, count < CASELOAD ? officer.id : others.id, count);
	await time(`caseload of ${CASELOAD}`, 50, () => app.diary.caseload(officer.actor));
	await time(`everybody’s, ${COUNCIL}`, 10, () => app.diary.caseload(manager.actor));
	await app.close();
}

const folder = mkdtempSync(join(tmpdir(), 'sayso-bench-'));
try {
	await measure(process.env['DATABASE_URL'] ?? `file:${join(folder, 'bench.db')}`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
