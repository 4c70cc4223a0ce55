import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { getTableConfig as postgresTable, type PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteTable, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { postgresColumns, sqliteColumns } from '../../src/lib/server/db/columns.ts';
import * as postgresSchema from '../../src/lib/server/db/schema.postgres.ts';
import * as sqliteSchema from '../../src/lib/server/db/schema.sqlite.ts';
import { defineTables } from '../../src/lib/server/db/tables.ts';

const KINDS: Readonly<Record<string, string>> = { bigint: 'integer', bytea: 'blob' };

type Config = ReturnType<typeof sqliteTable>;

/** A table in words both engines share. */
function described(config: Config) {
	return {
		name: config.name,
		columns: config.columns.map((column) => ({
			name: column.name,
			type: KINDS[column.getSQLType()] ?? column.getSQLType(),
			notNull: column.notNull,
			primary: column.primary
		})),
		indexes: config.indexes.map((index) => ({
			name: index.config.name,
			unique: index.config.unique ?? false,
			columns: index.config.columns.map((column) => ('name' in column ? column.name : 'expression'))
		})),
		foreignKeys: config.foreignKeys.map((key) => {
			const reference = key.reference();
			const from = reference.columns.map((column) => column.name).join();
			const to = reference.foreignColumns.map((column) => column.name).join();
			return `${from} → ${getTableName(reference.foreignTable)}.${to}`;
		}),
		primaryKeys: config.primaryKeys.map((key) => key.columns.map((column) => column.name))
	};
}

const onSqlite = Object.entries(defineTables(sqliteColumns)).map(([key, table]) => ({
	key,
	...described(sqliteTable(table as unknown as SQLiteTable))
}));
const onPostgres = Object.entries(defineTables(postgresColumns)).map(([key, table]) => ({
	key,
	...described(postgresTable(table as unknown as PgTable) as unknown as Config)
}));

describe('schemas', () => {
	test('are the same on both engines', () => {
		expect(onPostgres).toEqual(onSqlite);
	});

	test('hold three kinds of columns and no more', () => {
		const kinds = new Set(onSqlite.flatMap(({ columns }) => columns.map(({ type }) => type)));

		expect([...kinds].sort()).toEqual(['blob', 'integer', 'text']);
	});

	test('leave no table out of what the migrations are made from', () => {
		const all = Object.keys(defineTables(sqliteColumns)).sort();

		expect(Object.keys(sqliteSchema).sort()).toEqual(all);
		expect(Object.keys(postgresSchema).sort()).toEqual(all);
	});

	test.each(['sqlite', 'postgres'] as const)('match the migrations for %s', (engine) => {
		const folder = mkdtempSync(join(tmpdir(), 'sayso-migrations-'));
		try {
			cpSync(`drizzle/${engine}`, join(folder, 'out'), { recursive: true });
			const before = contentsOf(join(folder, 'out'));
			const config = join(folder, 'drizzle.config.json');
			writeFileSync(
				config,
				JSON.stringify({
					dialect: engine === 'sqlite' ? 'sqlite' : 'postgresql',
					schema: `./src/lib/server/db/schema.${engine}.ts`,
					out: join(folder, 'out')
				})
			);

			execFileSync('node_modules/.bin/drizzle-kit', ['generate', `--config=${config}`], {
				stdio: 'pipe'
			});

			expect(contentsOf(join(folder, 'out'))).toEqual(before);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

function contentsOf(folder: string): Record<string, string> {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')])
	);
}
