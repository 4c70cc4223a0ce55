import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp, type App } from '../../src/lib/server/app.ts';
import { COMPILED, QUICK_START } from '../support/starting-node.ts';
import { addDraft } from '../support/drafts.ts';
import { TEST_KEY } from '../support/engines.ts';
import { addMeeting, addStaff, addYoungPerson, type Person } from '../support/people.ts';
import {
	createDatabase,
	inNoHurryToDisk,
	startPostgres,
	type TestPostgres
} from '../support/postgres.ts';

const SENDERS = 60;
const DAY = 86_400_000;

describe.each(['sqlite', 'postgres'] as const)('killed amid sends (%s)', (engine) => {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-crash-'));
	const keyFile = join(folder, 'key');
	writeFileSync(keyFile, TEST_KEY.toString('base64'), { mode: 0o600 });
	let server: TestPostgres | undefined;

	beforeAll(async () => {
		if (engine === 'postgres') server = await startPostgres({ durable: true });
	});
	afterAll(async () => {
		await server?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	const freshUrl = async (name: string) =>
		server ? createDatabase(server.url, name) : `file:${join(folder, `${name}.db`)}`;

	test.each([1, 12, 30])(
		'after %i were told “sent”, those are there, whole and once',
		async (after) => {
			const databaseUrl = await freshUrl(`crash_${after}`);
			const list = await prepare(inNoHurryToDisk(databaseUrl));
			const listFile = join(folder, `list-${after}`);
			writeFileSync(
				listFile,
				list.map(({ person, sendKey }) => `${person.id} ${sendKey}`).join('\n')
			);

			const told = await sendUntilKilled([databaseUrl, keyFile, listFile], after);

			const app = await createApp({
				databaseUrl: inNoHurryToDisk(databaseUrl),
				masterKey: TEST_KEY
			});
			try {
				expect(told.size).toBeGreaterThanOrEqual(after);
				await Promise.all(
					list.map(async ({ person, sendKey }) => {
						const there = await statementsOf(app, sendKey);
						if (told.has(sendKey)) expect(there.map(({ id }) => id)).toEqual([told.get(sendKey)]);
						// Kept or not, never half: whoever heard nothing sends again and has one statement.
						const again = await app.statements.send(person.actor, {
							formId: 'before-my-review',
							sendKey
						});
						expect(again.again).toBe(there.length === 1);
						await isWhole(app, person, again.statementId);
					})
				);
				expect(await app.audit.verify(app.database.read)).toMatchObject({ brokenAt: null });
			} finally {
				await app.close();
			}
		}
	);
});

interface Waiting {
	readonly person: Person<'young_person'>;
	readonly sendKey: string;
}

async function prepare(databaseUrl: string): Promise<Waiting[]> {
	const app = await createApp({ databaseUrl, masterKey: TEST_KEY });
	try {
		const officer = await addStaff(app);
		const list: Waiting[] = [];
		for (let n = 0; n < SENDERS; n++) {
			const person = await addYoungPerson(app, { officerId: officer.id, knownAs: `Person${n}` });
			await addMeeting(app, {
				youngPersonIds: [person.id],
				chairId: officer.id,
				scheduledAt: app.now() + 6 * DAY
			});
			const { sendKey } = await addDraft(app, person, {
				answers: {
					'1': { kind: 'faces', value: 3 },
					'3': { kind: 'say', text: `words of ${n}`, pictures: [] }
				}
			});
			list.push({ person, sendKey });
		}
		return list;
	} finally {
		await app.close();
	}
}

/** @returns what the process said it had sent before it was killed */
async function sendUntilKilled(args: string[], after: number): Promise<Map<string, string>> {
	const child = spawn(process.execPath, [...QUICK_START, 'tests/crash/sender.ts', ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, ...COMPILED }
	});
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		said += text;
		if (said.split('sent ').length > after) child.kill('SIGKILL');
	});
	const signal = await new Promise((resolve) =>
		child.once('close', (_, endedBy: NodeJS.Signals | null) => resolve(endedBy))
	);
	expect(signal, 'it was still sending').toBe('SIGKILL');
	return new Map(
		[...said.matchAll(/^sent (\S+) (\S+)\n/gm)].map((match) => [match[1] ?? '', match[2] ?? ''])
	);
}

function statementsOf(app: App, sendKey: string) {
	const { statements } = app.database.read.tables;
	return app.database.read.select().from(statements).where(eq(statements.sendKey, sendKey));
}

/** Answers, link and audit line, all or none; and the draft it came from is gone. */
async function isWhole(app: App, person: Person<'young_person'>, id: string): Promise<void> {
	const own = await app.statements.readOwn(person.actor, id);
	expect(own.answers.map(({ questionId }) => questionId)).toEqual(['1', '3']);
	expect(own.meeting).not.toBeNull();
	expect(await app.statements.listOwn(person.actor)).toHaveLength(1);
	const { auditEntries, drafts } = app.database.read.tables;
	const lines = await app.database.read
		.select({ action: auditEntries.action })
		.from(auditEntries)
		.where(eq(auditEntries.subjectId, id));
	expect(lines.filter(({ action }) => action === 'statement.sent')).toHaveLength(1);
	expect(
		await app.database.read.select().from(drafts).where(eq(drafts.youngPersonId, person.id))
	).toEqual([]);
}
