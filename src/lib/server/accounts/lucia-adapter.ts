import { createHash } from 'node:crypto';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Adapter, DatabaseSession, Lucia } from 'lucia';
import { ROLES, type Role } from '../roles.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { LIMITS, type SessionKind } from './session-kinds.ts';

/** What Lucia carries from our rows to our pages. */
export interface SessionUser {
	readonly youngPersonId: string | null;
	readonly staffId: string | null;
	readonly roles: readonly Role[];
	readonly language: string | null;
	readonly face: string | null;
	/** How their pages look, under the key it is sealed with; null where they never changed it, and for staff. */
	readonly appearance: { readonly sealed: Buffer; readonly keyId: string } | null;
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Record<never, never>, SessionUser>;
		DatabaseUserAttributes: SessionUser;
		DatabaseSessionAttributes: Record<never, never>;
	}
}

/** Only this stands in the database: whoever reads it there cannot sign in with it. */
export const hashOfToken = (token: string): string =>
	createHash('sha256').update(token, 'utf8').digest('hex');

/**
 * Lucia's store for one kind of session, in our tables. Lucia's own adapters keep the token itself; this keeps its hash.
 * What Lucia calls a session's id is the token in the cookie.
 * @param write runs what changes something: a transaction of its own, or inside one that is open
 */
export function createLuciaAdapter(
	core: Core,
	kind: SessionKind,
	read: Queries,
	write: (work: (tx: Tx) => Promise<void>) => Promise<void>
): Adapter {
	const { idle, most } = LIMITS[kind];
	// Lucia asks the machine's clock; ours may be a test's.
	const toLucia = (at: number) => new Date(at - core.now() + Date.now());
	const fromLucia = (at: Date) => at.getTime() - Date.now() + core.now();

	return {
		async getSessionAndUser(token) {
			const { sessions, accounts, staff, staffRoles, youngPeople } = read.tables;
			const rows = await read
				.select({
					accountId: sessions.accountId,
					expiresAt: sessions.expiresAt,
					endsAt: sessions.endsAt,
					youngPersonId: accounts.youngPersonId,
					staffId: accounts.staffId,
					staffActive: staff.active,
					language: accounts.language,
					face: accounts.face,
					appearanceSealed: accounts.appearanceSealed,
					keyId: youngPeople.keyId,
					role: staffRoles.role
				})
				.from(sessions)
				.innerJoin(accounts, and(eq(accounts.id, sessions.accountId), isNull(accounts.closedAt)))
				.leftJoin(youngPeople, eq(youngPeople.id, accounts.youngPersonId))
				.leftJoin(staff, eq(staff.id, accounts.staffId))
				.leftJoin(staffRoles, eq(staffRoles.staffId, staff.id))
				.where(and(eq(sessions.tokenHash, hashOfToken(token)), eq(sessions.kind, kind)));
			const [row] = rows;
			if (!row || (row.staffId && row.staffActive !== 1)) return [null, null];
			return [
				{
					id: token,
					userId: row.accountId,
					expiresAt: toLucia(Math.min(row.expiresAt, row.endsAt)),
					attributes: {}
				},
				{
					id: row.accountId,
					attributes: {
						youngPersonId: row.youngPersonId,
						staffId: row.staffId,
						roles: ROLES.filter((role) => rows.some((one) => one.role === role)),
						language: row.language,
						face: row.face,
						appearance:
							row.appearanceSealed && row.keyId
								? { sealed: row.appearanceSealed, keyId: row.keyId }
								: null
					}
				}
			];
		},
		async getUserSessions(userId) {
			const { sessions } = read.tables;
			const rows = await read.select().from(sessions).where(eq(sessions.accountId, userId));
			return rows.map((row): DatabaseSession => ({
				// The token itself is not known here.
				id: row.tokenHash,
				userId: row.accountId,
				expiresAt: toLucia(Math.min(row.expiresAt, row.endsAt)),
				attributes: {}
			}));
		},
		setSession: ({ id, userId }) =>
			write(async (tx) => {
				const now = core.now();
				await tx.insert(tx.tables.sessions).values({
					tokenHash: hashOfToken(id),
					accountId: userId,
					kind,
					createdAt: now,
					expiresAt: now + idle,
					endsAt: now + most
				});
			}),
		async updateSessionExpiration(token, expiresAt) {
			const { sessions } = read.tables;
			const mine = eq(sessions.tokenHash, hashOfToken(token));
			// A session in its last stretch cannot be made longer: no write at every page.
			const [row] = await read
				.select({ endsAt: sessions.endsAt })
				.from(sessions)
				.where(and(mine, gt(sessions.endsAt, sessions.expiresAt)));
			if (!row) return;
			const until = Math.min(fromLucia(expiresAt), row.endsAt);
			await write(async (tx) => {
				await tx.update(tx.tables.sessions).set({ expiresAt: until }).where(mine);
			});
		},
		deleteSession: (token) =>
			write(async (tx) => {
				const { sessions } = tx.tables;
				await tx.delete(sessions).where(eq(sessions.tokenHash, hashOfToken(token)));
			}),
		deleteUserSessions: (userId) =>
			write(async (tx) => {
				const { sessions } = tx.tables;
				await tx.delete(sessions).where(eq(sessions.accountId, userId));
			}),
		deleteExpiredSessions: () =>
			write(async (tx) => {
				const { sessions } = tx.tables;
				await tx.delete(sessions).where(lte(sessions.expiresAt, core.now()));
			})
	};
}
