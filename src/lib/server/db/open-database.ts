import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * @param url `file:PATH` for SQLite or `postgres://…`
 * @throws Error on any other kind of address
 */
export async function openDatabase(url: string): Promise<Database> {
	if (url.startsWith('file:')) return openSqlite(url.slice('file:'.length));
	if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
	throw new Error('DATABASE_URL begins with file: or postgres://');
}
