import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanLine } from '../../forms/clean.ts';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { demandOfStaff, type Actor, type MachineActor } from '../access.ts';
import type { Core } from '../core.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { staffByIds } from '../people/staff-names.ts';
import { API_SCOPES, scopesIn, type ApiScope } from './scopes.ts';

/** A key as the administrator sees it: never the key itself. */
export interface ApiKeyView {
	readonly id: string;
	readonly name: string;
	readonly scopes: readonly ApiScope[];
	readonly state: 'open' | 'expired' | 'revoked';
	readonly madeBy: string;
	readonly createdAt: number;
	readonly expiresAt: number;
	readonly lastUsedAt: number | null;
	readonly revokedAt: number | null;
}

export const MOST_KEY_NAME = 80;
/** A key is made anew at least once a year: one that nobody remembers ends by itself. */
const LONGEST_YEARS = 1;
/** A key is seen to be used, without a write for every single call. */
const SEEN_EVERY_MS = 60_000;
/** Known at sight, so that one that got lost in a file or a chat is found. */
const PREFIX = 'sayso_';
const TOKEN = /^sayso_[A-Za-z0-9_-]{43}$/;

const making = v.object({
	/** Made with the page: a form sent twice makes one key. */
	id: v.pipe(v.string(), v.check(isId)),
	name: v.pipe(v.string(), v.transform(cleanLine)),
	scopes: v.array(v.picklist(API_SCOPES)),
	/** The last day it works, in London. */
	expiresOn: v.pipe(v.string(), v.isoDate())
});

/** Only this stands in the database. A key has 256 random bits, so nothing slower is needed. */
const hashOf = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');

/**
 * Makes a key for another program. It is told this once: only its hash is kept.
 * @throws Refusal conflict `machines_key_made` when the same form made it already; invalid `machines_name_missing`, `machines_name_too_long`, `machines_scope_missing`,
 *   `machines_expiry_wrong`
 */
export async function makeKey(
	core: Core,
	actor: Actor,
	input: {
		readonly id: string;
		readonly name: string;
		readonly scopes: readonly string[];
		readonly expiresOn: string;
	}
): Promise<{ readonly id: string; readonly token: string }> {
	demandOfStaff('api_key.manage', actor);
	const name = cleanLine(input.name);
	if (name === '') throw invalid('machines_name_missing');
	if (name.length > MOST_KEY_NAME) throw invalid('machines_name_too_long', { most: MOST_KEY_NAME });
	if (input.scopes.length === 0) throw invalid('machines_scope_missing');
	const now = core.now();
	const parsed = v.safeParse(making, input);
	const longest = longestExpiry(now);
	const on = parsed.success ? parsed.output.expiresOn : '';
	if (!parsed.success || on < londonDate(now) || on > longest)
		throw invalid('machines_expiry_wrong');
	const scopes = API_SCOPES.filter((scope) => parsed.output.scopes.includes(scope));

	const { id } = parsed.output;
	const token = PREFIX + randomBytes(32).toString('base64url');
	await core.database.inTransaction(async (tx) => {
		const { apiKeys } = tx.tables;
		const [before] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.id, id));
		if (before) throw conflict('machines_key_made');
		await tx.insert(apiKeys).values({
			id,
			name,
			tokenHash: hashOf(token),
			scopes: scopes.join(';'),
			madeByStaffId: actor.id,
			createdAt: now,
			expiresAt: endOf(on)
		});
		await core.audit.record(tx, {
			action: 'api_key.made',
			actor,
			subject: { kind: 'api_key', id },
			detail: { scopes: scopes.join(';'), expiresOn: on }
		});
	});
	return { id, token };
}

/** The last day a key made now can be given. */
export function longestExpiry(now: number): string {
	const today = londonDate(now);
	const year = Number(today.slice(0, 4)) + LONGEST_YEARS;
	const day = `${year}${today.slice(4)}`;
	// The 29th of February has no like next year.
	return Number.isNaN(Date.parse(day)) || !day.endsWith(new Date(day).toISOString().slice(4, 10))
		? `${year}-02-28`
		: day;
}

/** The first instant it does not work any more. */
function endOf(day: string): number {
	const next = new Date(`${day}T12:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return londonMidnight(next.toISOString().slice(0, 10));
}

/** Every key there was, newest first. */
export async function listKeys(core: Core, actor: Actor): Promise<ApiKeyView[]> {
	demandOfStaff('api_key.manage', actor);
	const { read } = core.database;
	const { apiKeys } = read.tables;
	const rows = await read.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), apiKeys.id);
	const staff = await staffByIds(
		core,
		read,
		rows.flatMap(({ madeByStaffId }) => madeByStaffId ?? [])
	);
	const now = core.now();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		scopes: scopesIn(row.scopes),
		state: row.revokedAt !== null ? 'revoked' : row.expiresAt <= now ? 'expired' : 'open',
		madeBy: staff.get(row.madeByStaffId ?? '')?.name ?? '',
		createdAt: row.createdAt,
		expiresAt: row.expiresAt,
		lastUsedAt: row.lastUsedAt,
		revokedAt: row.revokedAt
	}));
}

/** From this moment on the key opens nothing. Done once more, it stays done. */
export async function revokeKey(core: Core, actor: Actor, keyId: string): Promise<void> {
	demandOfStaff('api_key.manage', actor);
	if (!isId(keyId)) throw notFound();
	await core.database.inTransaction(async (tx) => {
		const { apiKeys } = tx.tables;
		const [row] = await tx.select().from(apiKeys).where(eq(apiKeys.id, keyId));
		if (!row) throw notFound();
		if (row.revokedAt !== null) return;
		await tx.update(apiKeys).set({ revokedAt: core.now() }).where(eq(apiKeys.id, keyId));
		await core.audit.record(tx, {
			action: 'api_key.revoked',
			actor,
			subject: { kind: 'api_key', id: keyId }
		});
	});
}

/** Which program has this key; null when it is no key, or one that ended. Which of these is told to nobody. */
export async function machineOf(core: Core, token: string): Promise<MachineActor | null> {
	if (!TOKEN.test(token)) return null;
	const { read } = core.database;
	const { apiKeys } = read.tables;
	const hash = hashOf(token);
	const [row] = await read.select().from(apiKeys).where(eq(apiKeys.tokenHash, hash));
	const now = core.now();
	if (!row || row.revokedAt !== null || row.expiresAt <= now) return null;
	if (!timingSafeEqual(Buffer.from(row.tokenHash, 'hex'), Buffer.from(hash, 'hex'))) return null;
	if (row.lastUsedAt === null || now - row.lastUsedAt >= SEEN_EVERY_MS)
		await core.database.inTransaction(async (tx) => {
			const keys = tx.tables.apiKeys;
			const still = and(eq(keys.id, row.id), isNull(keys.revokedAt));
			await tx.update(keys).set({ lastUsedAt: now }).where(still);
		});
	return { kind: 'machine', id: row.id, scopes: scopesIn(row.scopes) };
}
