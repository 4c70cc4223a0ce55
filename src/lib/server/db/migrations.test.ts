import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { createDatabase, dropDatabase } from '../../../../tests/support/postgres.ts';
import { openDatabase } from './open-database.ts';

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-migrations-'));
	folders.push(folder);
	return folder;
}

/** The migrations of an engine as they were before the last of these. */
function migrationsBefore(engine: 'sqlite' | 'postgres', tag: string): string {
	const folder = newFolder();
	cpSync(`drizzle/${engine}`, folder, { recursive: true });
	const file = join(folder, 'meta', '_journal.json');
	const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
	const at = journal.entries.findIndex((entry) => entry.tag === tag);
	if (at < 0) throw new Error(`there is no migration ${tag}`);
	writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
	return folder;
}

/** A database as it was made then, with these rows in it. @returns its address */
interface Old {
	readonly url: string;
	drop(): Promise<void>;
}

async function oldSqlite(tag: string, rows: readonly string[]): Promise<Old> {
	const path = join(newFolder(), 'old.db');
	const client = new Sqlite(path);
	migrateSqlite(drizzleSqlite(client), { migrationsFolder: migrationsBefore('sqlite', tag) });
	for (const row of rows) client.exec(row.replaceAll("'\\x00'", "x'00'"));
	client.close();
	return { url: `file:${path}`, drop: async () => undefined };
}

async function oldPostgres(tag: string, rows: readonly string[]): Promise<Old> {
	const response = await fetch(inject('postgresDesk'));
	const { serverUrl } = (await response.json()) as { serverUrl: string };
	const name = `sayso_old_${randomUUID().slice(0, 8)}`;
	const url = await createDatabase(serverUrl, name);
	const client = postgres(url, { max: 1, onnotice: () => undefined });
	await migratePostgres(drizzlePostgres(client), {
		migrationsFolder: migrationsBefore('postgres', tag)
	});
	for (const row of rows) await client.unsafe(row);
	await client.end();
	return { url, drop: () => dropDatabase(serverUrl, name) };
}

const statement = (id: string, goesTo: string) =>
	`insert into statements (id, young_person_id, form_id, form_version, send_key, goes_to, meeting_kinds, language, face, title, wording_sealed, state, sent_at)
	values ('${id}', 'amina', 'f', 1, '${id}', '${goesTo}', '', 'en', 'easy', '""', '\\x00', 'linked', 1)`;
const opening = (statementId: string, staffId: string, at: number, asChair: number) =>
	`insert into statement_openings (id, statement_id, staff_id, opened_at, as_chair)
	values ('${randomUUID()}', '${statementId}', '${staffId}', ${at}, ${asChair})`;
const reply = (statementId: string, at: number) =>
	`insert into replies (id, statement_id, staff_id, send_key, language, sent_at)
	values ('${randomUUID()}', '${statementId}', 'sam', '${randomUUID()}', 'en', ${at})`;
const member = (id: string) =>
	`insert into staff (id, profile_sealed, email_index, active, created_at) values ('${id}', '\\x00', '${id}', 1, 0)`;

const ROWS = [
	"insert into data_keys (id, purpose, created_at) values ('key', 'young_person', 0)",
	member('sam'),
	member('lena'),
	`insert into young_people (id, key_id, ref_index, name_index, profile_sealed, language, created_at)
	values ('amina', 'key', 'r', 'n', '\\x00', 'en', 0)`,
	...[
		statement('to-chair', 'chair'),
		statement('ticked-only', 'chair'),
		statement('to-worker', 'worker'),
		statement('untouched', 'chair')
	],
	"insert into statement_audience (statement_id, staff_id) values ('ticked-only', 'lena')",
	"insert into statement_audience (statement_id, staff_id) values ('to-worker', 'lena')",
	opening('to-chair', 'lena', 10, 0),
	opening('to-chair', 'sam', 40, 1),
	opening('to-chair', 'sam', 30, 1),
	opening('ticked-only', 'lena', 10, 0),
	opening('to-worker', 'lena', 20, 0),
	opening('to-worker', 'sam', 50, 0),
	reply('to-chair', 70),
	reply('to-chair', 60)
];

const meeting = (id: string, heldOn: string, scheduledAt: number, cancelledAt = 'null') =>
	`insert into meetings (id, kind, scheduled_at, held_on, cancelled_at, created_at)
	values ('${id}', 'looked_after_review', ${scheduledAt}, ${heldOn}, ${cancelledAt}, 0)`;
const place = (meetingId: string) =>
	`insert into meeting_young_people (meeting_id, young_person_id) values ('${meetingId}', 'amina')`;
const link = (statementId: string, meetingId: string, endedAt: string, reason: string) =>
	`insert into statement_links (id, statement_id, meeting_id, reason, linked_at, ended_at, end_reason)
	values ('${randomUUID()}', '${statementId}', '${meetingId}', 'sent', 0, ${endedAt}, ${reason})`;

const MET = [
	...ROWS,
	meeting('held', "'2026-06-01'", 100),
	meeting('held-later', "'2026-09-01'", 200),
	meeting('called-off', "'2026-07-01'", 150, '1'),
	...['held', 'held-later', 'called-off'].map(place),
	link('to-chair', 'held', '5', "'missed'"),
	link('to-chair', 'held-later', 'null', 'null'),
	link('ticked-only', 'held', 'null', 'null'),
	link('untouched', 'called-off', '5', "'cancelled'")
];

describe.each([
	['sqlite', oldSqlite],
	['postgres', oldPostgres]
] as const)('a database of the version before (%s)', (_, old) => {
	test('gets beside every statement when it was first opened by whom it went to, and first answered', async () => {
		const { url, drop } = await old('0003_parents_carers_and_figures', ROWS);
		const database = await openDatabase(url);
		try {
			await database.migrate();

			const { statements } = database.read.tables;
			const { id, openedAt, repliedAt } = statements;
			const rows = await database.read.select({ id, openedAt, repliedAt }).from(statements);
			expect(
				Object.fromEntries(rows.map((row) => [row.id, [row.openedAt, row.repliedAt]]))
			).toEqual({
				'to-chair': [30, 60],
				'ticked-only': [null, null],
				'to-worker': [50, null],
				untouched: [null, null]
			});
		} finally {
			await database.close();
			await drop();
		}
	});

	test('gets beside meetings, entries and statements what figures count by', async () => {
		const { url, drop } = await old('0004_what_figures_count_by', MET);
		const database = await openDatabase(url);
		try {
			await database.migrate();

			const { meetings, meetingYoungPeople: entries, statements } = database.read.tables;
			const kept = async (rows: Promise<readonly { id: string }[]>) =>
				Object.fromEntries((await rows).map(({ id, ...row }) => [id, Object.values(row)]));
			const { read } = database;
			expect(
				await kept(read.select({ id: meetings.id, came: meetings.came }).from(meetings))
			).toEqual({ held: [2], 'held-later': [1], 'called-off': [0] });
			const { meetingId: id, kind, countedOn, heard } = entries;
			expect(await kept(read.select({ id, kind, countedOn, heard }).from(entries))).toEqual({
				held: ['looked_after_review', '2026-06-01', 2],
				'held-later': ['looked_after_review', '2026-09-01', 1],
				'called-off': ['looked_after_review', null, 0]
			});
			expect(
				await kept(read.select({ id: statements.id, metAt: statements.metAt }).from(statements))
			).toEqual({
				'to-chair': [100],
				'ticked-only': [100],
				'to-worker': [null],
				untouched: [null]
			});
		} finally {
			await database.close();
			await drop();
		}
	});
});
