import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { sqliteColumns } from './columns.ts';
import type { Database, Queries, Tx } from './database.ts';
import { oneAtATime } from './one-writer.ts';
import { defineTables } from './tables.ts';

const tables = defineTables(sqliteColumns);

const SNAPSHOTS_KEPT = 1;

/** One connection that writes, one that reads what was last committed (WAL). */
export function openSqlite(path: string): Database {
	mkdirSync(dirname(resolve(path)), { recursive: true });
	const writer = connect(path, false);
	const reader = connect(path, true);
	const writing = drizzle(writer);
	const tx = Object.assign(writing, { tables, transaction: true as const }) as unknown as Tx;
	const inTurn = oneAtATime();
	/** What the last snapshots were read with: the next one finds in memory what they read. */
	const idle: Sqlite.Database[] = [];

	return {
		engine: 'sqlite',
		read: Object.assign(drizzle(reader), { tables }) as unknown as Queries,
		inTransaction: (work) =>
			inTurn(async () => {
				writer.exec('BEGIN IMMEDIATE');
				try {
					const result = await work(tx);
					writer.exec('COMMIT');
					return result;
				} catch (error) {
					if (writer.inTransaction) writer.exec('ROLLBACK');
					throw error;
				}
			}),
		async snapshot(work) {
			const own = idle.pop() ?? connect(path, true);
			try {
				own.exec('BEGIN');
				return await work(Object.assign(drizzle(own), { tables }) as unknown as Queries);
			} finally {
				own.exec('ROLLBACK');
				if (idle.length < SNAPSHOTS_KEPT && writer.open) idle.push(own);
				else own.close();
			}
		},
		migrate: async () => migrate(drizzle(writer), { migrationsFolder: 'drizzle/sqlite' }),
		close: async () => {
			for (const own of idle.splice(0)) own.close();
			reader.close();
			writer.close();
		}
	};
}

function connect(path: string, readonly: boolean): Sqlite.Database {
	const connection = new Sqlite(path);
	connection.pragma('journal_mode = WAL');
	connection.pragma('synchronous = FULL');
	connection.pragma('foreign_keys = ON');
	connection.pragma('secure_delete = ON');
	connection.pragma('trusted_schema = OFF');
	connection.pragma('busy_timeout = 5000');
	// 32 MB at most, as they are needed: with SQLite's own 2 MB, counting a year reads every page of it anew.
	connection.pragma('cache_size = -32000');
	// Figures read many pages: mapped, they are not copied first. As much as SQLite maps; what is in memory is the system's.
	if (readonly) connection.pragma('mmap_size = 2147418112');
	// The file must exist and be in WAL before a reader opens it, so the guard comes after the pragmas.
	if (readonly) connection.pragma('query_only = ON');
	return connection;
}
