import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { onBothEngines, TEST_KEY, type Engine } from '../../../../tests/support/engines.ts';
import { GOOD_FILES, importFiles } from '../../../../tests/support/import-files.ts';
import { NOBODY, OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { importFolder } from '../importing/import-folder.ts';
import { openVault } from '../vault/vault.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { backedUpTables } from './table-rows.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const SAID = 'I want to see my sister more than once a month.';

async function everything(app: App) {
	const tables: Record<string, unknown[]> = {};
	for (const { name, table } of backedUpTables(app.database.read.tables)) {
		const rows = await app.database.read.select().from(table);
		tables[name] = rows.map((row) => JSON.stringify(row)).sort();
	}
	return tables;
}

/** A council where something was said. */
async function inhabited(engine: Engine) {
	const app = await engine.open({ now: () => NOW });
	await importFolder(app, OPERATOR, importFiles(GOOD_FILES));
	const [person] = await app.database.read.select().from(app.database.read.tables.youngPeople);
	if (!person) throw new Error('nobody was imported');
	const { id } = person;
	const actor = { kind: 'young_person', id, accountId: 'account' } as const;
	const { statementId } = await sendStatement(
		app,
		{ id, actor },
		{
			answers: { '23': { kind: 'star', starred: 'this', text: SAID, pictures: ['picture'] } },
			pictures: { picture: '23' }
		}
	);
	return { app, actor, statementId };
}

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'sayso-backup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newFile = () => join(folder, randomBytes(6).toString('hex'));

/** Made on each engine, for the other to restore. */
const made = new Map<Engine['name'], { file: string; rows: Record<string, unknown[]> }>();

onBothEngines('a backup', (engine) => {
	const now = () => NOW;
	const restoreInto = (app: App, file: string, masterKey = TEST_KEY) =>
		restoreBackup(app.database, OPERATOR, { file, masterKey, now });

	test('is restored into an empty database, to the last row, and reads as before', async () => {
		const { app, actor, statementId } = await inhabited(engine);
		const file = newFile();
		const rows = await everything(app);
		await makeBackup(app, OPERATOR, { file, masterKey: TEST_KEY });
		made.set(engine.name, { file, rows });

		const empty = await engine.open({ now });
		const restored = await restoreInto(empty, file);

		const after = await everything(empty);
		expect({ ...after, audit_entries: [] }).toEqual({ ...rows, audit_entries: [] });
		expect(restored.audit).toEqual({ entries: rows['audit_entries']?.length, brokenAt: null });
		const vault = await openVault(empty.database, TEST_KEY, NOW);
		const { statementAnswers, youngPeople } = empty.database.read.tables;
		const [answer] = await empty.database.read
			.select()
			.from(statementAnswers)
			.where(eq(statementAnswers.statementId, statementId));
		const [person] = await empty.database.read
			.select()
			.from(youngPeople)
			.where(eq(youngPeople.id, actor.id));
		const keyring = await vault.unlock(empty.database.read, [person?.keyId ?? '']);
		const place = { table: 'statement_answers', row: `${statementId}/23`, column: 'answer' };
		expect(
			keyring.openText(person?.keyId ?? '', place, answer?.answerSealed ?? Buffer.alloc(0))
		).toContain(SAID);
	});

	if (engine.name === 'postgres')
		test('made on SQLite is restored into PostgreSQL', async () => {
			const fromSqlite = made.get('sqlite');
			const empty = await engine.open({ now });

			await restoreInto(empty, fromSqlite?.file ?? '');

			const after = await everything(empty);
			expect({ ...after, audit_entries: [] }).toEqual({ ...fromSqlite?.rows, audit_entries: [] });
		});

	test('holds no word in the open, and only its owner can read it', async () => {
		const { app } = await inhabited(engine);
		const file = newFile();
		await makeBackup(app, OPERATOR, { file, masterKey: TEST_KEY });

		const bytes = readFileSync(file, 'latin1');
		for (const text of ['Amina', 'Idris', 'sister', 'young_people'])
			expect(bytes).not.toContain(text);
		expect(statSync(file).mode & 0o077).toBe(0);
		expect(existsSync(`${file}.unfinished`)).toBe(false);
	});

	test('is never written over another file', async () => {
		const { app } = await inhabited(engine);
		const file = newFile();
		writeFileSync(file, 'here already');

		await expect(makeBackup(app, OPERATOR, { file, masterKey: TEST_KEY })).rejects.toThrow(
			'file_is_there'
		);
		expect(readFileSync(file, 'utf8')).toBe('here already');
	});

	test('is refused, and nothing written, when it is cut off, changed, of another key, or no backup', async () => {
		const { app } = await inhabited(engine);
		const file = newFile();
		await makeBackup(app, OPERATOR, { file, masterKey: TEST_KEY });
		const whole = readFileSync(file);
		const empty = await engine.open({ now });
		const before = await everything(empty);
		const changed = Buffer.from(whole);
		changed.writeUInt8(changed.readUInt8(200) ^ 1, 200);
		const spoilt: readonly (readonly [Buffer, string])[] = [
			[whole.subarray(0, -1), 'cut_off'],
			[whole.subarray(0, 40), 'cut_off'],
			[whole.subarray(0, 24), 'cut_off'],
			[Buffer.concat([whole, Buffer.from('x')]), 'cut_off'],
			[changed, 'other_key_or_damaged'],
			[Buffer.from('PK\u0003\u0004 something else'), 'not_a_backup'],
			[Buffer.alloc(0), 'not_a_backup']
		];

		for (const [bytes, code] of spoilt) {
			const bad = newFile();
			writeFileSync(bad, bytes);
			await expect(restoreInto(empty, bad)).rejects.toThrow(code);
		}
		await expect(restoreInto(empty, file, randomBytes(32))).rejects.toThrow('other_key_or_damaged');
		expect(await everything(empty)).toEqual(before);
	});

	test('is restored into an empty database only', async () => {
		const { app } = await inhabited(engine);
		const file = newFile();
		await makeBackup(app, OPERATOR, { file, masterKey: TEST_KEY });
		const before = await everything(app);

		await expect(restoreInto(app, file)).rejects.toThrow('not_empty');

		expect(await everything(app)).toEqual(before);
	});

	test('is for the operator alone, and leaves a trace', async () => {
		const { app } = await inhabited(engine);
		const file = newFile();
		await expect(makeBackup(app, NOBODY, { file, masterKey: TEST_KEY })).rejects.toThrow(
			'not_found'
		);
		await expect(
			restoreBackup(app.database, NOBODY, { file, masterKey: TEST_KEY, now })
		).rejects.toThrow('not_found');

		await makeBackup(app, OPERATOR, { file, masterKey: TEST_KEY });

		const { auditEntries } = app.database.read.tables;
		const lines = await app.database.read.select().from(auditEntries);
		expect(lines.at(-1)?.action).toBe('backup.made');
	});
});

test('a backup made on PostgreSQL is restored into SQLite', async () => {
	const fromPostgres = made.get('postgres');
	expect(fromPostgres).toBeDefined();
	const { openDatabase } = await import('../db/open-database.ts');
	const database = await openDatabase(`file:${newFile()}`);
	try {
		await database.migrate();
		const restored = await restoreBackup(database, OPERATOR, {
			file: fromPostgres?.file ?? '',
			masterKey: TEST_KEY,
			now: () => NOW
		});
		expect(restored.audit.brokenAt).toBeNull();
		const { statements } = database.read.tables;
		expect(await database.read.select().from(statements)).toHaveLength(1);
	} finally {
		await database.close();
	}
});
