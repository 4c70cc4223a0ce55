import { eq } from 'drizzle-orm';
import type { AuditEvent } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { gone, notFound } from '../errors.ts';
import { tell } from '../notices/notices.ts';
import { insertYoungPersonAccount } from './account-making.ts';
import { refusalOf } from './code-opening.ts';
import { endJoinings, type Joining } from './joining-state.ts';
import type { SessionKind } from './session-kinds.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Throttle } from './throttle.ts';

interface Parts {
	readonly sessions: Sessions;
	readonly throttle: Throttle;
}

interface Chosen {
	readonly signInName: string;
	readonly secretHash: string;
	readonly language: string;
	readonly kind: SessionKind;
}

/**
 * The last step of joining, in one transaction: the card is used up, the account has its secret, they are signed in.
 * Two who hold the same card cannot both: there is one writer at a time.
 */
export async function endJoining(
	core: Core,
	tx: Tx,
	parts: Parts,
	joining: Joining,
	chosen: Chosen
): Promise<Session> {
	const { invitations } = tx.tables;
	const [card] = await tx
		.select()
		.from(invitations)
		.where(eq(invitations.id, joining.invitationId));
	if (!card?.youngPersonId) throw notFound();
	const actor = { kind: 'young_person', id: card.youngPersonId };
	const about = { youngPersonId: card.youngPersonId, invitedBy: card.madeByStaffId, actor };

	let { accountId } = joining.state;
	if (accountId === null) {
		// Who opened it in time may finish after its last minute.
		const refused = refusalOf({ ...card, expiresAt: Infinity }, core.now());
		if (refused) throw refused;
		await tx.update(invitations).set({ usedAt: core.now() }).where(eq(invitations.id, card.id));
		accountId =
			joining.state.purpose === 'new_secret'
				? await renewSecret(core, tx, parts, about, chosen.secretHash)
				: await insertYoungPersonAccount(core, tx, actor, { ...chosen, ...about });
		await endJoinings(core, tx, joining, accountId);
	}
	const session = await parts.sessions.begin(tx, accountId, chosen.kind);
	await core.audit.record(tx, { action: 'sign_in.done', actor, detail: { kind: chosen.kind } });
	return session;
}

interface About {
	readonly youngPersonId: string;
	/** Staff who made the card; null for the operator. */
	readonly invitedBy: string | null;
	readonly actor: AuditEvent['actor'];
}

async function renewSecret(
	core: Core,
	tx: Tx,
	{ sessions, throttle }: Parts,
	{ youngPersonId, invitedBy, actor }: About,
	secretHash: string
): Promise<string> {
	const { accounts } = tx.tables;
	const [account] = await tx
		.update(accounts)
		.set({ secretHash })
		.where(eq(accounts.youngPersonId, youngPersonId))
		.returning({ id: accounts.id, signInNameIndex: accounts.signInNameIndex });
	if (!account) throw gone('code_used');
	await sessions.endAll(tx, account.id);
	await throttle.forgive(tx, account.signInNameIndex);
	// They are told on their first page, so that new pictures they did not ask for do not go unseen.
	const to = { youngPersonId, kind: 'secret_renewed' } as const;
	await tell(tx, [{ to, about: youngPersonId, byStaffId: invitedBy }], core.now());
	await core.audit.record(tx, {
		action: 'account.secret_renewed',
		actor,
		youngPersonId,
		subject: { kind: 'account', id: account.id }
	});
	return account.id;
}
