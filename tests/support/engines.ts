import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest';
import { createApp, type App } from '../../src/lib/server/app.ts';
import { openDatabase } from '../../src/lib/server/db/open-database.ts';
import type { PostgresOffer } from './databases.ts';
import { createDatabase, createEmptier, dropDatabase, type Emptier } from './postgres.ts';

export interface Engine {
	readonly name: 'sqlite' | 'postgres';
	/** A new Sayso on a database of its own, closed when the test is over (after the suite when opened outside one). */
	open(options?: { now?: () => number }): Promise<App>;
	/** All that an open one keeps, as it stands there: the very files of SQLite, every row of PostgreSQL. */
	bytesOf(app: App): Promise<Buffer>;
}

/** The key every test's database is sealed under. */
export const TEST_KEY = Buffer.from('l4sQ0mYbq3yX9d2mI1tXj8tq0uZs0cWc1dE5rT7uV9w=', 'base64');

interface FreshDatabase {
	readonly url: string;
	bytes(app: App): Promise<Buffer>;
	drop(): Promise<void>;
}

const FRESH = { sqlite: freshSqlite, postgres: freshPostgres };

/** Runs the suite once on SQLite (a temporary file) and once on PostgreSQL (a fresh database). */
export function onBothEngines(name: string, suite: (engine: Engine) => void): void {
	for (const engine of ['sqlite', 'postgres'] as const) {
		describe(`${name} (${engine})`, () => {
			const outside: (() => Promise<void>)[] = [];
			const inside: (() => Promise<void>)[] = [];
			const databases = new WeakMap<App, FreshDatabase>();
			let inTest = false;
			beforeEach(() => {
				inTest = true;
			});
			afterEach(async () => {
				inTest = false;
				await runAll(inside);
			});
			afterAll(() => runAll(outside));

			suite({
				name: engine,
				async open(options = {}) {
					const fresh = await FRESH[engine]();
					const app = await createApp({ databaseUrl: fresh.url, masterKey: TEST_KEY, ...options });
					(inTest ? inside : outside).push(async () => {
						await app.close();
						await fresh.drop();
					});
					databases.set(app, fresh);
					return app;
				},
				async bytesOf(app) {
					const database = databases.get(app);
					if (!database) throw new Error('that one was not opened here');
					return database.bytes(app);
				}
			});
		});
	}
}

async function runAll(endings: (() => Promise<void>)[]): Promise<void> {
	for (const end of endings.splice(0)) await end();
}

let migratedSqlite: Promise<string> | undefined;

/** A copy of one migrated file: quicker than migrating for each test. */
async function freshSqlite(): Promise<FreshDatabase> {
	migratedSqlite ??= migrate();
	const folder = mkdtempSync(join(inject('scratch'), 'test-'));
	const path = join(folder, 'sayso.db');
	copyFileSync(await migratedSqlite, path);
	return {
		url: `file:${path}`,
		bytes: async () =>
			Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file)))),
		drop: async () => rmSync(folder, { recursive: true, force: true })
	};
}

async function migrate(): Promise<string> {
	const folder = mkdtempSync(join(inject('scratch'), 'base-'));
	const path = join(folder, 'base.db');
	const database = await openDatabase(`file:${path}`);
	await database.migrate();
	await database.close();
	return path;
}

let offered: Promise<PostgresOffer> | undefined;

interface Spare {
	readonly name: string;
	readonly url: string;
	readonly emptier: Emptier;
}

/**
 * Migrated, and emptied again after the test before: to make one takes ten times as long as to empty it. The run takes
 * them away at its end, as the files of a worker share them.
 */
const spares: Spare[] = [];

async function freshPostgres(): Promise<FreshDatabase> {
	offered ??= askForPostgres();
	const offer = await offered;
	const spare = spares.pop() ?? (await makeSpare(offer));
	return {
		url: spare.url,
		bytes: rowsAsBytes,
		async drop() {
			if (await spare.emptier.empty()) {
				spares.push(spare);
				return;
			}
			await spare.emptier.close();
			await dropDatabase(offer.serverUrl, spare.name);
		}
	};
}

async function makeSpare({ serverUrl, template }: PostgresOffer): Promise<Spare> {
	const name = `${template}_${randomUUID().slice(0, 8)}`;
	const url = await createDatabase(serverUrl, name, template);
	return { name, url, emptier: createEmptier(url) };
}

async function rowsAsBytes({ database: { read } }: App): Promise<Buffer> {
	const tables = await Promise.all(
		Object.values(read.tables).map((table) => read.select().from(table))
	);
	const cells = tables.flat().flatMap((row) => Object.values<unknown>(row));
	return Buffer.concat(
		cells.map((cell) => (Buffer.isBuffer(cell) ? cell : Buffer.from(`"${String(cell)}"`)))
	);
}

async function askForPostgres(): Promise<PostgresOffer> {
	const response = await fetch(inject('postgresDesk'));
	if (!response.ok) throw new Error(await response.text());
	return (await response.json()) as PostgresOffer;
}
