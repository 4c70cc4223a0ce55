// `node tests/bench/inbox.ts`: how long the inbox of a 90-child caseload takes in a council of 5,000 young people,
// and a young person's home and a sending beside it. Budgets: 10 ms, 10 ms and 15 ms of server work.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../src/lib/server/app.ts';
import { addDraft, sendStatement } from '../support/drafts.ts';
import { addMeeting, addStaff, addYoungPerson, type Person } from '../support/people.ts';

const COUNCIL = 5_000;
const CASELOAD = 90;
const DAY_MS = 86_400_000;

/** Time on the clock and, as other work on the machine does not blur it, on the processor. */
async function time(what: string, runs: number, work: () => Promise<unknown>): Promise<void> {
	const took: number[] = [];
	const cpuBefore = process.cpuUsage();
	for (let run = 0; run < runs; run += 1) {
		const start = performance.now();
		await work();
		took.push(performance.now() - start);
	}
	const { user, system } = process.cpuUsage(cpuBefore);
	const median = took.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
	const cpu = (user + system) / 1000 / runs;
	console.info(
		`${what}: first ${took[0]?.toFixed(1)} ms, median ${median.toFixed(1)} ms, processor ${cpu.toFixed(1)} ms`
	);
}

/** Every other child has sent something; half of that was opened, a quarter answered. */
async function fillCaseload(app: App, officer: Person<'staff'>): Promise<Person<'young_person'>[]> {
	const children: Person<'young_person'>[] = [];
	for (let count = 0; count < CASELOAD; count += 1) {
		const child = await addYoungPerson(app, { knownAs: `Child ${count}`, officerId: officer.id });
		children.push(child);
		const scheduledAt = app.now() + (1 + (count % 55)) * DAY_MS;
		await addMeeting(app, { youngPersonIds: [child.id], scheduledAt, chairId: officer.id });
		if (count % 2 === 1) continue;
		const { statementId } = await sendStatement(app, child);
		if (count % 4 === 0) await app.statements.open(officer.actor, statementId);
		if (count % 8 === 0)
			await app.statements.reply(officer.actor, {
				statementId,
				sendKey: statementId,
				readyReply: 'thank_you'
			});
	}
	return children;
}

/** Three years of meetings that were held. */
async function addHistory(app: App): Promise<void> {
	const { youngPeople } = app.database.read.tables;
	const people = await app.database.read.select().from(youngPeople);
	await app.database.inTransaction(async (tx) => {
		for (const { id: youngPersonId, officerId } of people) {
			const past = Array.from({ length: 8 }, (_, back) => ({
				id: randomUUID(),
				kind: 'looked_after_review',
				scheduledAt: app.now() - (back + 1) * 130 * DAY_MS,
				heldOn: '2025-01-01',
				chairId: officerId,
				createdAt: app.now()
			}));
			await tx.insert(tx.tables.meetings).values(past);
			await tx
				.insert(tx.tables.meetingYoungPeople)
				.values(past.map(({ id: meetingId }) => ({ meetingId, youngPersonId })));
		}
	});
}

async function measure(databaseUrl: string): Promise<void> {
	const masterKey = randomBytes(32);
	const filling = await createApp({ databaseUrl, masterKey });
	const officer = await addStaff(filling, { name: 'Sam Okoro' });
	const children = await fillCaseload(filling, officer);
	const others = await addStaff(filling, { name: 'Everybody Else' });
	for (let count = CASELOAD; count < COUNCIL; count += 1) {
		const child = await addYoungPerson(filling, { officerId: others.id });
		const scheduledAt = filling.now() + (count % 180) * DAY_MS;
		await addMeeting(filling, { youngPersonIds: [child.id], scheduledAt, chairId: others.id });
	}
	await addHistory(filling);
	await filling.close();

	const app = await createApp({ databaseUrl, masterKey });
	const [child] = children;
	if (!child) return;
	await time(`inbox of ${CASELOAD}`, 50, () => app.desk.inbox(officer.actor));
	await time('home', 50, () => app.home.see(child.actor));
	const drafts = await Promise.all(children.slice(0, 40).map((one) => addDraft(app, one)));
	await time('sending', drafts.length, async () => {
		const draft = drafts.pop();
		const author = children[drafts.length];
		if (draft && author) await app.statements.send(author.actor, draft);
	});
	await app.close();
}

const folder = mkdtempSync(join(tmpdir(), 'sayso-bench-'));
try {
	await measure(process.env['DATABASE_URL'] ?? `file:${join(folder, 'bench.db')}`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
