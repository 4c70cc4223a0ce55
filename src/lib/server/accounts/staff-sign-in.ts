import { and, eq, isNull } from 'drizzle-orm';
import { ROLES } from '../roles.ts';
import type { Core } from '../core.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import { staffPlace, type StaffProfile } from '../people.ts';
import { emailIndexOf } from '../people/name-index.ts';
import { setStaffSecret } from './account-making.ts';
import { openCode } from './code-opening.ts';
import { normalPassphrase, readNewPassphrase } from './passphrases.ts';
import type { Secrets } from './secrets.ts';
import type { Session, Sessions } from './sessions.ts';
import type { TrySignIn } from './sign-in.ts';
import type { Throttle } from './throttle.ts';

export interface StaffSignIn {
	signInStaff(
		given: { readonly email: string; readonly passphrase: string },
		address: string
	): Promise<Session>;
	/** A staff invitation's code and the passphrase of their choice; signs them in. */
	joinStaff(
		given: { readonly code: string; readonly passphrase: string },
		address: string
	): Promise<Session>;
}

export function createStaffSignIn(
	core: Core,
	parts: {
		readonly secrets: Secrets;
		readonly sessions: Sessions;
		readonly throttle: Throttle;
		readonly trySignIn: TrySignIn;
	}
): StaffSignIn {
	const { secrets, sessions, throttle, trySignIn } = parts;

	return {
		signInStaff({ email, passphrase }, address) {
			const index = emailIndexOf(core.vault, email.slice(0, 300));
			return trySignIn({
				name: index,
				secret: normalPassphrase(passphrase.slice(0, 1000)),
				address,
				kind: 'staff',
				wrongCode: 'staff_sign_in_wrong',
				async find() {
					const { accounts, staff, staffRoles } = core.database.read.tables;
					const rows = await core.database.read
						.select({
							id: accounts.id,
							secretHash: accounts.secretHash,
							staffId: staff.id,
							role: staffRoles.role
						})
						.from(staff)
						.innerJoin(accounts, eq(accounts.staffId, staff.id))
						.leftJoin(staffRoles, eq(staffRoles.staffId, staff.id))
						.where(
							and(eq(staff.emailIndex, index), eq(staff.active, 1), isNull(accounts.closedAt))
						);
					const [row] = rows;
					if (!row) return null;
					const roles = ROLES.filter((role) => rows.some((one) => one.role === role));
					return {
						accountId: row.id,
						secretHash: row.secretHash,
						actor: { kind: 'staff', id: row.staffId, accountId: row.id, roles }
					};
				}
			});
		},
		async joinStaff({ code, passphrase }, address) {
			const opened = await core.database.inTransaction((tx) =>
				openCode(core, tx, throttle, code, address)
			);
			if (opened instanceof Refusal) throw opened;
			const { staffId } = opened;
			if (!staffId) throw invalid('code_unknown');
			const profile = await profileOf(core, staffId);
			const chosen = readNewPassphrase(passphrase, profile.email);
			const secretHash = await secrets.hash(chosen);

			return core.database.inTransaction(async (tx) => {
				// Once more, now that it is to be used up: another may have been quicker.
				const still = await openCode(core, tx, throttle, code, address);
				if (still instanceof Refusal) throw still;
				const { invitations } = tx.tables;
				await tx
					.update(invitations)
					.set({ usedAt: core.now() })
					.where(eq(invitations.id, opened.id));
				const actor = { kind: 'staff', id: staffId };
				const accountId = await setStaffSecret(core, tx, actor, {
					staffId,
					email: profile.email,
					secretHash
				});
				await sessions.endAll(tx, accountId);
				await throttle.forgive(tx, emailIndexOf(core.vault, profile.email));
				const session = await sessions.begin(tx, accountId, 'staff');
				await core.audit.record(tx, {
					action: 'sign_in.done',
					actor,
					detail: { kind: 'staff' }
				});
				return session;
			});
		}
	};
}

async function profileOf(core: Core, staffId: string): Promise<StaffProfile> {
	const { staff } = core.database.read.tables;
	const [row] = await core.database.read
		.select({ sealed: staff.profileSealed })
		.from(staff)
		.where(and(eq(staff.id, staffId), eq(staff.active, 1)));
	if (!row) throw notFound();
	const { vault } = core;
	return vault.council.openJson<StaffProfile>(vault.councilKeyId, staffPlace(staffId), row.sealed);
}
