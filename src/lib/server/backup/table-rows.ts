import { and, asc, eq, getTableColumns, getTableName, gt, or, type SQL } from 'drizzle-orm';
import { getTableConfig as postgresConfig, type PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Database, Queries } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

export type AnyTable = Tables[keyof Tables];
export type Value = string | number | Buffer | null;

/** These let somebody in: after a restore everybody signs in anew, also those whose sign-in was ended since. */
const LEFT_OUT: readonly (keyof Tables)[] = ['sessions', 'joinings'];
/** Rows with pictures are large. */
const ROWS_AT_ONCE = { pictures: 10, others: 500 };

export interface BackedUpTable {
	/** As it is called in the database. */
	readonly name: string;
	readonly table: AnyTable;
	/** As they are called in the code, in the order of the schema. */
	readonly columns: readonly string[];
}

/** Every table of a backup, those that others point to before them. */
export function backedUpTables(tables: Tables): BackedUpTable[] {
	return (Object.keys(tables) as (keyof Tables)[])
		.filter((key) => !LEFT_OUT.includes(key))
		.map((key) => ({
			name: getTableName(tables[key]),
			table: tables[key],
			columns: Object.keys(getTableColumns(tables[key]))
		}));
}

/** All rows of a table in the order of its key, some at a time. */
export async function* rowsOf(
	queries: Queries,
	engine: Database['engine'],
	{ table, columns }: BackedUpTable
): AsyncGenerator<readonly Value[]> {
	const keys = keyColumns(table, engine);
	const atOnce = table === queries.tables.pictures ? ROWS_AT_ONCE.pictures : ROWS_AT_ONCE.others;
	let last: Readonly<Record<string, Value>> | undefined;
	for (;;) {
		const rows = (await queries
			.select()
			.from(table)
			.where(last && after(keys, last))
			.orderBy(...keys.map(({ column }) => asc(column)))
			.limit(atOnce)) as Record<string, Value>[];
		for (const row of rows) yield columns.map((column) => row[column] ?? null);
		last = rows.at(-1);
		if (rows.length < atOnce) return;
	}
}

interface Key {
	readonly name: string;
	readonly column: AnySQLiteColumn;
}

function keyColumns(table: AnyTable, engine: Database['engine']): Key[] {
	const config =
		engine === 'sqlite' ? sqliteConfig(table) : postgresConfig(table as unknown as PgTable);
	const several = config.primaryKeys[0]?.columns ?? [];
	const all = Object.entries(getTableColumns(table)) as [string, AnySQLiteColumn][];
	return all
		.filter(([, column]) => column.primary || several.some(({ name }) => name === column.name))
		.map(([name, column]) => ({ name, column }));
}

/** The rows that come after this one. */
function after(keys: readonly Key[], last: Readonly<Record<string, Value>>): SQL | undefined {
	return or(
		...keys.map(({ name, column }, index) =>
			and(
				...keys.slice(0, index).map((key) => eq(key.column, last[key.name])),
				gt(column, last[name])
			)
		)
	);
}
