import type { App } from '../../src/lib/server/app.ts';
import type { Phone } from '../../src/lib/server/accounts/session-kinds.ts';
import type { Session } from '../../src/lib/server/accounts/sessions.ts';
import type { Person } from './people.ts';

/** Where tests sign in from, unless they say otherwise. */
export const HOME = '192.0.2.10';

export interface Joined {
	readonly name: string;
	/** Ids of the pictures, in order. */
	readonly secret: readonly string[];
	readonly session: Session;
}

/** From a code to being signed in, as the pages do it. */
export async function joinWith(
	app: App,
	code: string,
	given: { name?: string; phone?: Phone; address?: string } = {}
): Promise<Joined> {
	const { accounts } = app;
	const { token, purpose } = await accounts.openInvitation(code, given.address ?? HOME);
	if (purpose === 'join') await accounts.chooseName(token, given.name ?? 'bluefox27');
	const state = await accounts.joiningOf(token);
	const secret = state?.pictures ?? [];
	await accounts.confirmSecret(token, secret);
	const session = await accounts.join(token, given.phone ?? 'shared', 'en');
	return { name: state?.signInName ?? '', secret, session };
}

/** Gives a young person a card and an account. */
export async function join(
	app: App,
	officer: Person<'staff'>,
	youngPersonId: string,
	given: { name?: string; phone?: Phone } = {}
): Promise<Joined> {
	const { code } = await app.accounts.makeInvitation(officer.actor, youngPersonId);
	return joinWith(app, code, given);
}
