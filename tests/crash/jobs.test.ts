import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/lib/server/app.ts';
import { COMPILED, QUICK_START } from '../support/starting-node.ts';
import { sendStatement } from '../support/drafts.ts';
import { TEST_KEY } from '../support/engines.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { addMeeting, addStaff, addYoungPerson } from '../support/people.ts';
import {
	createDatabase,
	inNoHurryToDisk,
	startPostgres,
	type TestPostgres
} from '../support/postgres.ts';

const OFFICERS = 20;
const DAY = 86_400_000;
const MINUTE = 60_000;

describe.each(['sqlite', 'postgres'] as const)('killed amid jobs (%s)', (engine) => {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-jobs-'));
	const keyFile = join(folder, 'key');
	writeFileSync(keyFile, TEST_KEY.toString('base64'), { mode: 0o600 });
	let postgres: TestPostgres | undefined;
	let mail: MailServer;

	beforeAll(async () => {
		if (engine === 'postgres') postgres = await startPostgres({ durable: true });
		mail = await startMailServer({ afterData: () => wait(10) });
	});
	afterAll(async () => {
		await mail.stop();
		await postgres?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	test('everybody is told once, and has the mail of it once', async () => {
		const databaseUrl = postgres
			? await createDatabase(postgres.url, 'jobs')
			: `file:${join(folder, 'jobs.db')}`;
		const emails = await unopenedStatements(inNoHurryToDisk(databaseUrl));
		const environment = {
			...process.env,
			...COMPILED,
			DATABASE_URL: databaseUrl,
			SAYSO_KEY_FILE: keyFile,
			ORIGIN: 'https://sayso.example.gov.uk',
			SMTP_URL: `smtp://127.0.0.1:${mail.settings.port}`,
			MAIL_FROM: 'sayso@example.gov.uk'
		};

		// Once as it begins, and then ever later amid the mail; the last is left to finish.
		const kills = [0, 4, 12];
		for (const [index, mails] of kills.entries())
			await runUntil(environment, index * 10, () => mail.received.length >= mails);
		await runUntil(environment, kills.length * 10, () => false);
		// What was under way at a kill is tried again after a while.
		await runUntil(environment, kills.length * 10 + 10, () => false);

		const app = await createApp({
			databaseUrl: inNoHurryToDisk(databaseUrl),
			masterKey: TEST_KEY
		});
		try {
			const { notices, messages } = app.database.read.tables;
			const told = await app.database.read
				.select({ staffId: notices.staffId })
				.from(notices)
				.where(eq(notices.kind, 'statement_unopened'));
			expect(told).toHaveLength(OFFICERS);
			expect(new Set(told.map(({ staffId }) => staffId)).size).toBe(OFFICERS);

			const rows = await app.database.read.select().from(messages);
			expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['sent']));
			const byId = new Map(mail.received.map(({ messageId, to }) => [messageId, to]));
			expect([...byId.values()].toSorted()).toEqual(emails.toSorted());
			// At most the one that was being handed over at a kill came again, under the same name.
			expect(mail.received.length - byId.size).toBeLessThanOrEqual(kills.length);
			expect(await app.audit.verify(app.database.read)).toMatchObject({ brokenAt: null });
		} finally {
			await app.close();
		}
	}, 120_000);
});

/** One young person an officer, whose meeting is near and whose statement nobody opens. @returns the officers' e-mail */
async function unopenedStatements(databaseUrl: string): Promise<string[]> {
	const app = await createApp({ databaseUrl, masterKey: TEST_KEY });
	try {
		const emails: string[] = [];
		for (let n = 0; n < OFFICERS; n++) {
			const email = `officer-${n}@eastbrook.example`;
			emails.push(email);
			const officer = await addStaff(app, { email });
			const person = await addYoungPerson(app, { officerId: officer.id });
			await addMeeting(app, {
				youngPersonIds: [person.id],
				chairId: officer.id,
				scheduledAt: app.now() + DAY + 90 * MINUTE
			});
			await sendStatement(app, person);
		}
		return emails;
	} finally {
		await app.close();
	}
}

/** Lets a process work until `enough`, and kills it then; or until it is done. */
async function runUntil(
	environment: NodeJS.ProcessEnv,
	minutesAhead: number,
	enough: () => boolean
): Promise<void> {
	const child = spawn(
		process.execPath,
		[...QUICK_START, 'tests/crash/worker.ts', String(minutesAhead)],
		{
			stdio: ['ignore', 'pipe', 'inherit'],
			env: environment
		}
	);
	let ready = false;
	child.stdout.on('data', () => (ready = true));
	const watching = setInterval(() => {
		if (ready && enough()) child.kill('SIGKILL');
	}, 2);
	const status = await new Promise((resolve) => child.once('close', resolve));
	clearInterval(watching);
	if (!enough()) expect(status).toBe(0);
}
