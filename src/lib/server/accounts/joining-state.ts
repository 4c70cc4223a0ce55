import { randomBytes } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { hashOfToken } from './lucia-adapter.ts';
import type { OpenInvitation } from './code-opening.ts';

const HOUR = 3_600_000;
/** How long a second tap on the last button, when the first answer was lost, still finds its account. */
const SECOND_TAP = 120_000;

/** How far somebody has come between their card and being signed in. Sealed: the secret is in it. */
export interface JoiningState {
	readonly purpose: OpenInvitation['purpose'];
	readonly signInName: string | null;
	/** Ids of pictures, drawn once, so that reloading the page shows the same ones. */
	readonly pictures: readonly string[];
	readonly confirmed: boolean;
	/** The account it became, at the end. */
	readonly accountId: string | null;
}

export interface Joining {
	readonly tokenHash: string;
	readonly invitationId: string;
	readonly state: JoiningState;
}

/** @returns the token for the cookie; only its hash is kept */
export async function beginJoining(
	core: Core,
	tx: Tx,
	invitationId: string,
	state: JoiningState
): Promise<string> {
	const { joinings } = tx.tables;
	await tx.delete(joinings).where(lte(joinings.expiresAt, core.now()));
	const token = randomBytes(25).toString('base64url');
	const tokenHash = hashOfToken(token);
	await tx.insert(joinings).values({
		tokenHash,
		invitationId,
		stateSealed: sealed(core, tokenHash, state),
		expiresAt: core.now() + HOUR
	});
	return token;
}

export async function findJoining(
	core: Core,
	queries: Queries,
	token: string
): Promise<Joining | null> {
	const { joinings } = queries.tables;
	const tokenHash = hashOfToken(token);
	const [row] = await queries
		.select()
		.from(joinings)
		.where(and(eq(joinings.tokenHash, tokenHash), gt(joinings.expiresAt, core.now())));
	if (!row) return null;
	const { vault } = core;
	const state = vault.council.openJson<JoiningState>(
		vault.councilKeyId,
		place(tokenHash),
		row.stateSealed
	);
	return { tokenHash, invitationId: row.invitationId, state };
}

export async function keepJoining(
	core: Core,
	tx: Tx,
	tokenHash: string,
	state: JoiningState
): Promise<void> {
	const { joinings } = tx.tables;
	await tx
		.update(joinings)
		.set({ stateSealed: sealed(core, tokenHash, state) })
		.where(eq(joinings.tokenHash, tokenHash));
}

/** This joining has become an account; the others of the same card are over. */
export async function endJoinings(
	core: Core,
	tx: Tx,
	{ tokenHash, invitationId, state }: Joining,
	accountId: string
): Promise<void> {
	const { joinings } = tx.tables;
	await tx.delete(joinings).where(eq(joinings.invitationId, invitationId));
	await tx.insert(joinings).values({
		tokenHash,
		invitationId,
		stateSealed: sealed(core, tokenHash, { ...state, pictures: [], accountId }),
		expiresAt: core.now() + SECOND_TAP
	});
}

const place = (tokenHash: string) =>
	({ table: 'joinings', row: tokenHash, column: 'state' }) as const;

const sealed = (core: Core, tokenHash: string, state: JoiningState): Buffer =>
	core.vault.council.sealJson(core.vault.councilKeyId, place(tokenHash), state);
