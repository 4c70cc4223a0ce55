import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { postgresColumns } from './columns.ts';
import type { Database, Queries, Tx } from './database.ts';
import { oneAtATime } from './one-writer.ts';
import { defineTables } from './tables.ts';

const tables = defineTables(postgresColumns);

/** Any number will do, as long as every Sayso process on this database takes the same one. */
const WRITER_LOCK = 7_297_296;

export function openPostgres(url: string): Database {
	const client = postgres(url, {
		max: 8,
		onnotice: () => undefined,
		// Where PostgreSQL compiles queries first, as Debian’s does, the trees of cases in which figures count days take half
		// a minute to compile and a quarter of a second to run.
		connection: { jit: 'off' }
	});
	const database = drizzle(client);
	const inTurn = oneAtATime();

	return {
		engine: 'postgres',
		read: Object.assign(database, { tables }) as unknown as Queries,
		// One writer, as on SQLite: the same code is then right for the same reason on both engines, and the audit
		// chain needs an order anyway. The mutex spares connections; the lock also holds between processes.
		inTransaction: (work) =>
			inTurn(() =>
				database.transaction(async (transaction) => {
					await transaction.execute(sql`select pg_advisory_xact_lock(${WRITER_LOCK})`);
					return work(Object.assign(transaction, { tables, transaction: true }) as unknown as Tx);
				})
			),
		snapshot: (work) =>
			database.transaction(
				(transaction) => work(Object.assign(transaction, { tables }) as unknown as Queries),
				{ isolationLevel: 'repeatable read', accessMode: 'read only' }
			),
		migrate: () =>
			migrate(drizzle(client), { migrationsFolder: 'drizzle/postgres' }).then(() => undefined),
		close: () => client.end({ timeout: 5 })
	};
}
