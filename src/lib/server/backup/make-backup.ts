import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { count } from 'drizzle-orm';
import { demand, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { LAST_LINE, writeRow, type BackupHeader } from './backup-lines.ts';
import { seal } from './sealed-stream.ts';
import { backedUpTables, rowsOf } from './table-rows.ts';

/**
 * Writes the whole database into one sealed file, as it is at this moment, while others go on reading and writing. Either
 * engine can be restored from it. The file is there when it is whole, and not before.
 * @returns how many rows it holds
 * @throws Error `file_is_there` rather than write over anything
 */
export async function makeBackup(
	core: Core,
	actor: Actor,
	options: { readonly file: string; readonly masterKey: Buffer }
): Promise<number> {
	demand('data.backup', rolesOf(actor));
	const { file, masterKey } = options;
	if (existsSync(file)) throw new Error('file_is_there');
	const unfinished = `${file}.unfinished`;
	let rows = 0;
	try {
		await core.database.snapshot(async (queries) => {
			const header = await headerOf(core, queries);
			rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
			const packed = Readable.from(linesOf(core, queries, header)).pipe(createGzip());
			const out = createWriteStream(unfinished, { mode: 0o600, flush: true });
			await pipeline(seal(masterKey, packed as AsyncIterable<Buffer>), out);
		});
		await rename(unfinished, file);
	} catch (problem) {
		await rm(unfinished, { force: true });
		throw problem;
	}
	await core.database.inTransaction((tx) =>
		core.audit.record(tx, { action: 'backup.made', actor, detail: { rows } })
	);
	return rows;
}

async function headerOf(core: Core, queries: Queries): Promise<BackupHeader> {
	const tables = [];
	for (const { name, table, columns } of backedUpTables(queries.tables)) {
		const [counted] = await queries.select({ rows: count() }).from(table);
		tables.push({ name, columns: [...columns], rows: counted?.rows ?? 0 });
	}
	return { format: 1, madeAt: core.now(), tables };
}

async function* linesOf(core: Core, queries: Queries, header: BackupHeader) {
	yield `${JSON.stringify(header)}\n`;
	for (const [index, table] of backedUpTables(queries.tables).entries())
		for await (const row of rowsOf(queries, core.database.engine, table))
			yield `${writeRow(index, row)}\n`;
	yield `${LAST_LINE}\n`;
}
