import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import { AS_IT_COMES, type Appearance } from '../../styles/appearance.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { asCovered } from '../cover/acting.ts';
import type { Queries, Tx } from '../db/database.ts';
import { openAppearance } from './appearance.ts';
import { createLuciaAdapter, type SessionUser } from './lucia-adapter.ts';
import { LIMITS, SESSION_KINDS, type SessionKind } from './session-kinds.ts';

/** What somebody gets for signing in; the token goes into their cookie and is nowhere else. */
export interface Session {
	readonly token: string;
	readonly kind: SessionKind;
	/** The latest it can end, in epoch milliseconds. */
	readonly expiresAt: number;
}

/** Who a token belongs to. */
export interface SignedIn {
	readonly actor: Extract<Actor, { readonly kind: 'young_person' | 'staff' }>;
	readonly kind: SessionKind;
	readonly language: string | null;
	readonly face: string | null;
	readonly appearance: Appearance;
}

export interface Sessions {
	/** A new token at each sign-in. */
	begin(tx: Tx, accountId: string, kind: SessionKind): Promise<Session>;
	/** One query, and one more for staff; a write only when the idle limit moves on. */
	find(token: string): Promise<SignedIn | null>;
	/** Ends it, if it is there. */
	end(token: string): Promise<void>;
	/** Ends every session of an account, on all its devices. */
	endAll(tx: Tx, accountId: string): Promise<void>;
	deleteExpired(tx: Tx): Promise<void>;
}

/**
 * A token begins with the letter of its kind, so that the kind is known before the row is read. It is part of what is
 * hashed, and the row's kind must agree: another letter finds nothing.
 */
const LETTERS: Readonly<Record<SessionKind, string>> = {
	shared_phone: 's',
	own_phone: 'o',
	staff: 'd'
};
const TOKEN = /^[sod][a-z2-7]{40}$/;

/** The one module that knows Lucia. */
export function createSessions(core: Core): Sessions {
	const luciaOf = (kind: SessionKind, read: Queries, write: Write) =>
		new Lucia<Record<never, never>, SessionUser>(createLuciaAdapter(core, kind, read, write), {
			sessionExpiresIn: new TimeSpan(LIMITS[kind].idle, 'ms'),
			getUserAttributes: (user) => user
		});
	const within = (tx: Tx, kind: SessionKind) => luciaOf(kind, tx, (work) => work(tx));
	const lucias = new Map(
		SESSION_KINDS.map((kind) => [
			LETTERS[kind],
			{ kind, lucia: luciaOf(kind, core.database.read, core.database.inTransaction) }
		])
	);

	async function find(token: string): Promise<SignedIn | null> {
		const known = TOKEN.test(token) ? lucias.get(token.charAt(0)) : undefined;
		if (!known) return null;
		const { user } = await known.lucia.validateSession(token);
		const owner = user && actorOf(user.id, user);
		if (!user || !owner) return null;
		const actor =
			owner.kind === 'staff' ? await asCovered(core.database.read, owner, core.now()) : owner;
		const { language, face, appearance } = user;
		return {
			actor,
			kind: known.kind,
			language,
			face,
			appearance: appearance
				? await openAppearance(core, core.database.read, user.id, appearance)
				: AS_IT_COMES
		};
	}

	return {
		async begin(tx, accountId, kind) {
			const { id: token } = await within(tx, kind).createSession(
				accountId,
				{},
				// 25 random bytes.
				{ sessionId: LETTERS[kind] + generateIdFromEntropySize(25) }
			);
			return { token, kind, expiresAt: core.now() + LIMITS[kind].most };
		},
		find,
		async end(token) {
			const signedIn = await find(token);
			if (!signedIn) return;
			await core.database.inTransaction(async (tx) => {
				await within(tx, signedIn.kind).invalidateSession(token);
				await core.audit.record(tx, { action: 'sign_out.done', actor: signedIn.actor });
			});
		},
		endAll: (tx, accountId) => within(tx, 'own_phone').invalidateUserSessions(accountId),
		deleteExpired: (tx) => within(tx, 'own_phone').deleteExpiredSessions()
	};
}

type Write = (work: (tx: Tx) => Promise<void>) => Promise<void>;

function actorOf(accountId: string, user: SessionUser): SignedIn['actor'] | null {
	if (user.youngPersonId) return { kind: 'young_person', id: user.youngPersonId, accountId };
	if (user.staffId) return { kind: 'staff', id: user.staffId, accountId, roles: user.roles };
	return null;
}
