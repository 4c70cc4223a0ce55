import { randomUUID } from 'node:crypto';
import { eq, inArray, sum } from 'drizzle-orm';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict } from '../errors.ts';

/** What is different, for the page of changes. */
export interface SettingChange {
	/** Which limit, line, stage or day, where a setting holds many. */
	readonly part?: string;
	/** `null` where nothing was set. */
	readonly was: unknown;
	/** `null` where it was taken away. */
	readonly became: unknown;
}

/**
 * Keeps one setting, with who changed what of it, in the transaction of whoever changes it. Nothing of it is about a
 * young person, and nothing of it is secret.
 */
export async function keepSetting(
	core: Core,
	tx: Tx,
	actor: Actor,
	{
		key,
		value,
		changes
	}: { readonly key: string; readonly value: unknown; readonly changes: readonly SettingChange[] }
): Promise<void> {
	const { settings } = tx.tables;
	const version = (await versionOf(tx, [key])) + 1;
	const row = { value: JSON.stringify(value), version, updatedAt: core.now() };
	await tx
		.insert(settings)
		.values({ key, ...row })
		.onConflictDoUpdate({ target: settings.key, set: row });
	await tellChanges(core, tx, actor, key, changes);
	await core.audit.record(tx, {
		action: 'council.changed',
		actor,
		subject: { kind: 'setting', id: key },
		detail: {
			version,
			parts: changes
				.flatMap(({ part }) => part ?? [])
				.join(' ')
				.slice(0, 200)
		}
	});
}

/** Adds to the page of changes. */
export async function tellChanges(
	core: Core,
	tx: Tx,
	actor: Actor,
	key: string,
	changes: readonly SettingChange[]
): Promise<void> {
	const { settingsHistory } = tx.tables;
	for (const { part, was, became } of changes)
		await tx.insert(settingsHistory).values({
			id: randomUUID(),
			key,
			part: part ?? null,
			was: jsonOf(was),
			became: jsonOf(became),
			byStaffId: actor.kind === 'staff' ? actor.id : null,
			at: core.now()
		});
}

const jsonOf = (value: unknown): string | null =>
	value === null || value === undefined ? null : JSON.stringify(value);

/** Counts the changes of these settings together: it grows with each of them. */
export async function versionOf(queries: Queries, keys: readonly string[]): Promise<number> {
	const { settings } = queries.tables;
	const [row] = await queries
		.select({ versions: sum(settings.version) })
		.from(settings)
		.where(inArray(settings.key, [...keys]));
	return Number(row?.versions ?? 0);
}

/**
 * Somebody else's change in between is not written over.
 * @throws Refusal conflict `setting_changed`
 */
export async function demandUnchanged(
	queries: Queries,
	keys: readonly string[],
	version: number
): Promise<void> {
	if ((await versionOf(queries, keys)) !== version) throw conflict('setting_changed');
}

/** What is stored under a key; undefined where nothing is. */
export async function storedValue(queries: Queries, key: string): Promise<unknown> {
	const { settings } = queries.tables;
	const [row] = await queries
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, key));
	return row && JSON.parse(row.value);
}

/** Whether two values are kept alike. */
export const sameValue = (a: unknown, b: unknown): boolean =>
	JSON.stringify(a) === JSON.stringify(b);
