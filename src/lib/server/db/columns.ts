import * as postgres from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

/**
 * The few words tables are written in. Both engines then hold the same three column types: text, integer (a count, a
 * 0/1, or an instant in epoch milliseconds) and blob.
 */
export const sqliteColumns = {
	table: sqlite.sqliteTable,
	text: (name: string) => sqlite.text(name),
	integer: (name: string) => sqlite.integer(name, { mode: 'number' }),
	blob: (name: string) => sqlite.blob(name, { mode: 'buffer' }),
	index: sqlite.index,
	uniqueIndex: sqlite.uniqueIndex,
	primaryKey: sqlite.primaryKey
};

export type Columns = typeof sqliteColumns;

const bytea = postgres.customType<{ data: Buffer; driverData: Buffer }>({
	dataType: () => 'bytea'
});

/**
 * The same words for PostgreSQL. The builders answer to the same calls, and the rows they give have the same
 * JavaScript types, so the rest of the code is written against SQLite's types for both.
 */
export const postgresColumns = {
	table: postgres.pgTable,
	text: (name: string) => postgres.text(name),
	// Four bytes would not hold an instant.
	integer: (name: string) => postgres.bigint(name, { mode: 'number' }),
	blob: (name: string) => bytea(name),
	index: postgres.index,
	uniqueIndex: postgres.uniqueIndex,
	primaryKey: postgres.primaryKey
} as unknown as Columns;
