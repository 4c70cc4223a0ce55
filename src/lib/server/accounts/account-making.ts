import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { OPERATOR } from '../access.ts';
import type { AuditEvent } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, notFound } from '../errors.ts';
import { secretOfPictures } from './secret-pictures.ts';
import { createSecrets } from './secrets.ts';
import { readSignInName, signInNameIndexOf } from './sign-in-name.ts';

const signInNamePlace = (accountId: string) =>
	({ table: 'accounts', row: accountId, column: 'sign_in_name' }) as const;

/**
 * Gives a young person their account. The caller has checked that they may have one.
 * @returns its id
 * @throws Refusal `name_taken`, or `code_used` when they have an account already
 */
export async function insertYoungPersonAccount(
	core: Core,
	tx: Tx,
	actor: AuditEvent['actor'],
	given: {
		readonly youngPersonId: string;
		readonly signInName: string;
		readonly secretHash: string;
		readonly language: string;
	}
): Promise<string> {
	const { accounts, youngPeople } = tx.tables;
	const [person] = await tx
		.select({ keyId: youngPeople.keyId, accountId: accounts.id })
		.from(youngPeople)
		.leftJoin(accounts, eq(accounts.youngPersonId, youngPeople.id))
		.where(eq(youngPeople.id, given.youngPersonId));
	if (!person) throw notFound();
	if (person.accountId) throw conflict('code_used');
	const signInNameIndex = signInNameIndexOf(core.vault, given.signInName);
	if (await isTaken(tx, signInNameIndex)) throw conflict('name_taken');

	const id = randomUUID();
	const keyring = await core.vault.unlock(tx, [person.keyId]);
	await tx.insert(accounts).values({
		id,
		youngPersonId: given.youngPersonId,
		signInNameIndex,
		// Under their own key: it goes when they are forgotten.
		signInNameSealed: keyring.sealText(person.keyId, signInNamePlace(id), given.signInName),
		secretHash: given.secretHash,
		language: given.language,
		createdAt: core.now()
	});
	await core.audit.record(tx, {
		action: 'account.made',
		actor,
		youngPersonId: given.youngPersonId,
		subject: { kind: 'account', id }
	});
	return id;
}

export async function isTaken(tx: Pick<Tx, 'select' | 'tables'>, signInNameIndex: string) {
	const { accounts } = tx.tables;
	const [taken] = await tx
		.select({ id: accounts.id })
		.from(accounts)
		.where(eq(accounts.signInNameIndex, signInNameIndex));
	return taken !== undefined;
}

/** The name a young person signs in with, for themselves to be reminded of. */
export async function signInNameOf(core: Core, tx: Tx, accountId: string): Promise<string> {
	const { accounts, youngPeople } = tx.tables;
	const [row] = await tx
		.select({ sealed: accounts.signInNameSealed, keyId: youngPeople.keyId })
		.from(accounts)
		.innerJoin(youngPeople, eq(youngPeople.id, accounts.youngPersonId))
		.where(eq(accounts.id, accountId));
	if (!row) throw notFound();
	const keyring = await core.vault.unlock(tx, [row.keyId]);
	return keyring.openText(row.keyId, signInNamePlace(accountId), row.sealed);
}

/** Gives staff their account, or their account a new passphrase. @returns its id */
export async function setStaffSecret(
	core: Core,
	tx: Tx,
	actor: AuditEvent['actor'],
	given: { readonly staffId: string; readonly email: string; readonly secretHash: string }
): Promise<string> {
	const { accounts } = tx.tables;
	const [known] = await tx
		.select({ id: accounts.id })
		.from(accounts)
		.where(eq(accounts.staffId, given.staffId));
	const id = known?.id ?? randomUUID();
	if (known) {
		await tx.update(accounts).set({ secretHash: given.secretHash }).where(eq(accounts.id, id));
	} else {
		await tx.insert(accounts).values({
			id,
			staffId: given.staffId,
			// Staff are found by the address in `staff`, which an import may change: an index of it here would be a second
			// truth.
			signInNameIndex: core.vault.blindIndex('accounts.staff', given.staffId),
			signInNameSealed: core.vault.council.sealText(
				core.vault.councilKeyId,
				signInNamePlace(id),
				given.email
			),
			secretHash: given.secretHash,
			createdAt: core.now()
		});
	}
	await core.audit.record(tx, {
		action: known ? 'account.secret_renewed' : 'account.made',
		actor,
		subject: { kind: 'account', id }
	});
	return id;
}

/** For making a demo council: an account with a known secret, without a card. @returns its id */
export async function createYoungPersonAccount(
	core: Core,
	tx: Tx,
	given: {
		readonly youngPersonId: string;
		readonly signInName: string;
		/** Ids of `SECRET_PICTURES`, in order. */
		readonly secret: readonly string[];
		readonly language: string;
	}
): Promise<string> {
	const secretHash = await createSecrets(core.vault).hash(secretOfPictures(given.secret));
	return insertYoungPersonAccount(core, tx, OPERATOR, {
		...given,
		signInName: readSignInName(given.signInName),
		secretHash
	});
}

/** For making a demo council. @returns the account's id */
export async function createStaffAccount(
	core: Core,
	tx: Tx,
	given: { readonly staffId: string; readonly email: string; readonly passphrase: string }
): Promise<string> {
	const secretHash = await createSecrets(core.vault).hash(given.passphrase.normalize('NFKC'));
	return setStaffSecret(core, tx, OPERATOR, { ...given, secretHash });
}
