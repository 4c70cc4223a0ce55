import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { demand, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { standingsTowards } from '../people/standings.ts';
import { codeIndexOf, drawCode } from './codes.ts';

const DAY = 86_400_000;
/** Long enough to hand a card over at the next visit. */
export const INVITATION_LIVES_DAYS = 7;

export type Purpose = 'join' | 'new_secret';

export interface MadeInvitation {
	readonly invitationId: string;
	readonly purpose: Purpose;
	/** Told this once. Only a keyed index of it is kept. */
	readonly code: string;
	readonly expiresAt: number;
}

export interface Invitations {
	/** For a young person; revokes the ones made before. New pictures when they have an account already. */
	makeInvitation(actor: Actor, youngPersonId: string): Promise<MadeInvitation>;
	/** For staff to set a passphrase with. */
	makeStaffInvitation(actor: Actor, staffId: string): Promise<MadeInvitation>;
	/** Takes back the one that is out, if one is. */
	revokeInvitation(actor: Actor, youngPersonId: string): Promise<void>;
}

type For = { readonly youngPersonId: string } | { readonly staffId: string };

export function createInvitations(core: Core): Invitations {
	async function revokeUnused(tx: Tx, actor: Actor, whose: For): Promise<void> {
		const { invitations } = tx.tables;
		const revoked = await tx
			.update(invitations)
			.set({ revokedAt: core.now() })
			.where(
				and(
					'staffId' in whose
						? eq(invitations.staffId, whose.staffId)
						: eq(invitations.youngPersonId, whose.youngPersonId),
					isNull(invitations.usedAt),
					isNull(invitations.revokedAt)
				)
			)
			.returning({ id: invitations.id });
		for (const { id } of revoked)
			await core.audit.record(tx, {
				action: 'invitation.revoked',
				actor,
				...('youngPersonId' in whose ? whose : {}),
				subject: { kind: 'invitation', id }
			});
	}

	async function make(tx: Tx, actor: Actor, whose: For, purpose: Purpose): Promise<MadeInvitation> {
		await revokeUnused(tx, actor, whose);
		const code = drawCode();
		const invitationId = randomUUID();
		const expiresAt = core.now() + INVITATION_LIVES_DAYS * DAY;
		await tx.insert(tx.tables.invitations).values({
			id: invitationId,
			...whose,
			codeIndex: codeIndexOf(core.vault, code),
			purpose,
			madeByStaffId: actor.kind === 'staff' ? actor.id : null,
			createdAt: core.now(),
			expiresAt
		});
		await core.audit.record(tx, {
			action: 'invitation.made',
			actor,
			...('youngPersonId' in whose ? whose : {}),
			subject: { kind: 'invitation', id: invitationId },
			detail: { purpose }
		});
		return { invitationId, purpose, code, expiresAt };
	}

	return {
		makeInvitation: (actor, youngPersonId) =>
			core.database.inTransaction(async (tx) => {
				demand('invitation.make', await standingsTowards(tx, actor, youngPersonId));
				const { accounts, youngPeople } = tx.tables;
				const [person] = await tx
					.select({ accountId: accounts.id })
					.from(youngPeople)
					.leftJoin(accounts, eq(accounts.youngPersonId, youngPeople.id))
					.where(eq(youngPeople.id, youngPersonId));
				if (!person) throw notFound();
				return make(tx, actor, { youngPersonId }, person.accountId ? 'new_secret' : 'join');
			}),
		makeStaffInvitation: (actor, staffId) =>
			core.database.inTransaction(async (tx) => {
				demand('staff.add', rolesOf(actor));
				const { accounts, staff } = tx.tables;
				const [person] = await tx
					.select({ accountId: accounts.id })
					.from(staff)
					.leftJoin(accounts, eq(accounts.staffId, staff.id))
					.where(and(eq(staff.id, staffId), eq(staff.active, 1)));
				if (!person) throw notFound();
				return make(tx, actor, { staffId }, person.accountId ? 'new_secret' : 'join');
			}),
		revokeInvitation: (actor, youngPersonId) =>
			core.database.inTransaction(async (tx) => {
				demand('invitation.make', await standingsTowards(tx, actor, youngPersonId));
				await revokeUnused(tx, actor, { youngPersonId });
			})
	};
}
