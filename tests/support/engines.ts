import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest';
import { createApp, type App } from '../../src/lib/server/app.ts';
import { openDatabase } from '../../src/lib/server/db/open-database.ts';
import type { PostgresOffer } from './databases.ts';
import { createDatabase, dropDatabase, emptyDatabase } from './postgres.ts';

export interface Engine {
	readonly name: 'sqlite' | 'postgres';
	/** A new Sayso on a database of its own, closed when the test is over (after the suite when opened outside one). */
	open(options?: { now?: () => number }): Promise<App>;
}

/** The key every test's database is sealed under. */
export const TEST_KEY = Buffer.from('l4sQ0mYbq3yX9d2mI1tXj8tq0uZs0cWc1dE5rT7uV9w=', 'base64');

interface FreshDatabase {
	readonly url: string;
	drop(): Promise<void>;
}

const FRESH = { sqlite: freshSqlite, postgres: freshPostgres };

/** Runs the suite once on SQLite (a temporary file) and once on PostgreSQL (a fresh database). */
export function onBothEngines(name: string, suite: (engine: Engine) => void): void {
	for (const engine of ['sqlite', 'postgres'] as const) {
		describe(`${name} (${engine})`, () => {
			const outside: (() => Promise<void>)[] = [];
			const inside: (() => Promise<void>)[] = [];
			let inTest = false;
			beforeEach(() => {
				inTest = true;
			});
			afterEach(async () => {
				inTest = false;
				await runAll(inside);
			});
			afterAll(async () => {
				await runAll(outside);
				await dropSpares();
			});

			suite({
				name: engine,
				async open(options = {}) {
					const fresh = await FRESH[engine]();
					const app = await createApp({ databaseUrl: fresh.url, masterKey: TEST_KEY, ...options });
					(inTest ? inside : outside).push(async () => {
						await app.close();
						await fresh.drop();
					});
					return app;
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
	const folder = mkdtempSync(join(tmpdir(), 'sayso-test-'));
	const path = join(folder, 'sayso.db');
	copyFileSync(await migratedSqlite, path);
	return {
		url: `file:${path}`,
		drop: async () => rmSync(folder, { recursive: true, force: true })
	};
}

async function migrate(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-test-base-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const path = join(folder, 'base.db');
	const database = await openDatabase(`file:${path}`);
	await database.migrate();
	await database.close();
	return path;
}

let offered: Promise<PostgresOffer> | undefined;

/** Migrated, and emptied again after the test before: to make one takes ten times as long as to empty it. */
const spares: { readonly name: string; readonly url: string }[] = [];

async function freshPostgres(): Promise<FreshDatabase> {
	offered ??= askForPostgres();
	const { serverUrl, template } = await offered;
	const name = `sayso_test_${randomUUID().replaceAll('-', '')}`;
	const database = spares.pop() ?? {
		name,
		url: await createDatabase(serverUrl, name, template)
	};
	return {
		url: database.url,
		async drop() {
			if (await emptyDatabase(database.url)) spares.push(database);
			else await dropDatabase(serverUrl, database.name);
		}
	};
}

async function dropSpares(): Promise<void> {
	if (!offered) return;
	const { serverUrl } = await offered;
	for (const { name } of spares.splice(0)) await dropDatabase(serverUrl, name);
}

async function askForPostgres(): Promise<PostgresOffer> {
	const response = await fetch(inject('postgresDesk'));
	if (!response.ok) throw new Error(await response.text());
	return (await response.json()) as PostgresOffer;
}
