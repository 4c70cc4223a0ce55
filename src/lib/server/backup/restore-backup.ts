import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { count, inArray, notInArray } from 'drizzle-orm';
import * as v from 'valibot';
import { demand, OPERATOR, rolesOf, type Actor } from '../access.ts';
import { createAudit } from '../audit/audit.ts';
import type { Database, Tx } from '../db/database.ts';
import { openVault, OWN_KEYS } from '../vault/vault.ts';
import { backupHeader, LAST_LINE, linesOf, readRow, type BackupHeader } from './backup-lines.ts';
import { unseal, UnusableBackup } from './sealed-stream.ts';
import { backedUpTables, type BackedUpTable, type Value } from './table-rows.ts';

const VALUES_AT_ONCE = 5_000;

export interface Restored {
	readonly madeAt: number;
	readonly rows: number;
	/** Of the audit chain: how many lines, and the first that does not follow from the one before. */
	readonly audit: { readonly entries: number; readonly brokenAt: number | null };
}

/**
 * Brings a backup back, wholly or not at all: first the file is read to its end and found right, then written in one
 * transaction.
 * @param database migrated, and empty but for the keys a server makes when it is first started
 * @throws UnusableBackup, or Error `not_empty`
 */
export async function restoreBackup(
	database: Database,
	actor: Actor,
	options: { readonly file: string; readonly masterKey: Buffer; readonly now: () => number }
): Promise<Restored> {
	demand('data.backup', rolesOf(actor));
	const tables = backedUpTables(database.read.tables);
	const header = await readBackup(options, tables, async () => undefined);
	const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);

	await database.inTransaction(async (tx) => {
		await demandEmpty(tx);
		await tx.delete(tx.tables.dataKeys).where(inArray(tx.tables.dataKeys.id, [...OWN_KEYS]));
		await readBackup(options, tables, (table, some) => insertRows(tx, table, some));
	});

	const vault = await openVault(database, options.masterKey, options.now());
	const audit = createAudit(vault, options.now);
	const { entries, brokenAt } = await audit.verify(database.read);
	await database.inTransaction((tx) =>
		audit.record(tx, { action: 'restore.done', actor: OPERATOR, detail: { rows } })
	);
	return { madeAt: header.madeAt, rows, audit: { entries, brokenAt } };
}

type TakeRows = (table: BackedUpTable, rows: readonly (readonly Value[])[]) => Promise<void>;

/** Reads a backup to its end. @returns its header, when everything it promises was there */
async function readBackup(
	options: { readonly file: string; readonly masterKey: Buffer },
	tables: readonly BackedUpTable[],
	take: TakeRows
): Promise<BackupHeader> {
	const sealed = createReadStream(options.file) as AsyncIterable<Buffer>;
	const unpacked = createGunzip();
	const packed = Readable.from(unseal(options.masterKey, sealed));
	packed.on('error', (problem) => unpacked.destroy(problem));
	const lines = linesOf(packed.pipe(unpacked) as AsyncIterable<Buffer>);

	const first = await lines.next();
	const header = readHeader(first.done ? '' : first.value, tables);
	const found = tables.map(() => 0);
	let whole = false;
	let held: (readonly Value[])[] = [];
	let current = 0;
	const hand = async () => {
		const table = tables[current];
		if (table && held.length > 0) await take(table, held);
		held = [];
	};
	for await (const line of lines) {
		if (whole) throw new UnusableBackup('other_key_or_damaged');
		if (line === LAST_LINE) {
			whole = true;
			continue;
		}
		const row = readRow(line);
		const table = tables[row.table];
		if (!table || row.table < current) throw new UnusableBackup('other_key_or_damaged');
		if (row.table !== current || held.length * table.columns.length >= VALUES_AT_ONCE) await hand();
		current = row.table;
		held.push(row.values);
		found[row.table] = (found[row.table] ?? 0) + 1;
	}
	await hand();
	if (!whole || header.tables.some(({ rows }, index) => rows !== found[index]))
		throw new UnusableBackup('cut_off');
	return header;
}

/** A backup of another version has other tables; it is restored with that version, which is then brought up to date. */
function readHeader(line: string, tables: readonly BackedUpTable[]): BackupHeader {
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), backupHeader), line);
	if (!parsed.success) throw new UnusableBackup('other_version');
	const shape = (list: readonly { name: string; columns: readonly string[] }[]) =>
		JSON.stringify(list.map(({ name, columns }) => [name, columns]));
	if (shape(parsed.output.tables) !== shape(tables)) throw new UnusableBackup('other_version');
	return parsed.output;
}

async function demandEmpty(tx: Tx): Promise<void> {
	const { dataKeys } = tx.tables;
	for (const { table } of backedUpTables(tx.tables)) {
		const [counted] = await tx
			.select({ rows: count() })
			.from(table)
			.where(table === dataKeys ? notInArray(dataKeys.id, [...OWN_KEYS]) : undefined);
		if ((counted?.rows ?? 0) > 0) throw new Error('not_empty');
	}
}

async function insertRows(
	tx: Tx,
	{ table, columns }: BackedUpTable,
	rows: readonly (readonly Value[])[]
): Promise<void> {
	await tx
		.insert(table)
		.values(
			rows.map((values) =>
				Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]))
			) as (typeof table.$inferInsert)[]
		);
}
