import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanLine } from '../../forms/clean.ts';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import type { Place } from '../vault/vault.ts';

/** Where a young person may be told that a message waits. Nobody on the staff can read it. */
export interface Contact {
	readonly email: string | null;
	/** With its country's number, as in `+447700900123`. */
	readonly mobile: string | null;
}

export const NO_CONTACT: Contact = { email: null, mobile: null };
const LONGEST_EMAIL = 254;

const contactPlace = (accountId: string): Place => ({
	table: 'accounts',
	row: accountId,
	column: 'contact'
});

/** Null where they gave none, closed their account, or their key is destroyed. For whoever sends; no page shows it. */
export async function contactOf(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<Contact | null> {
	const account = await accountOf(queries, youngPersonId);
	if (!account || account.closedAt !== null) return null;
	return opened(core, queries, account);
}

export interface OwnContact {
	ownContact(actor: Actor): Promise<Contact>;
	/**
	 * Keeps what they typed; an empty field takes away what stood there.
	 * @throws Refusal invalid `contact_email_wrong`, `contact_mobile_wrong`
	 */
	changeContact(
		actor: Actor,
		typed: { readonly email: string; readonly mobile: string }
	): Promise<void>;
}

export function createOwnContact(core: Core): OwnContact {
	return {
		async ownContact(actor) {
			demandOwn('contact.change_own', actor);
			const { read } = core.database;
			const account = await accountOf(read, actor.id);
			if (!account) throw notFound();
			return (await opened(core, read, account)) ?? NO_CONTACT;
		},

		async changeContact(actor, typed) {
			demandOwn('contact.change_own', actor);
			const contact = { email: readEmail(typed.email), mobile: readMobile(typed.mobile) };
			await core.database.inTransaction(async (tx) => {
				const account = await accountOf(tx, actor.id);
				if (!account) throw notFound();
				const { id, keyId } = account;
				const keys = await core.vault.unlock(tx, [keyId]);
				const none = contact.email === null && contact.mobile === null;
				const { accounts } = tx.tables;
				await tx
					.update(accounts)
					.set({ contactSealed: none ? null : keys.sealJson(keyId, contactPlace(id), contact) })
					.where(eq(accounts.id, id));
				await core.audit.record(tx, {
					action: 'contact.changed',
					actor,
					youngPersonId: actor.id,
					subject: { kind: 'account', id },
					detail: { email: contact.email !== null, mobile: contact.mobile !== null }
				});
			});
		}
	};
}

async function accountOf(queries: Queries, youngPersonId: string) {
	const { accounts, youngPeople } = queries.tables;
	const [row] = await queries
		.select({
			id: accounts.id,
			sealed: accounts.contactSealed,
			closedAt: accounts.closedAt,
			keyId: youngPeople.keyId
		})
		.from(accounts)
		.innerJoin(youngPeople, eq(youngPeople.id, accounts.youngPersonId))
		.where(eq(accounts.youngPersonId, youngPersonId));
	return row;
}

async function opened(
	core: Core,
	queries: Queries,
	account: { readonly id: string; readonly keyId: string; readonly sealed: Buffer | null }
): Promise<Contact | null> {
	if (account.sealed === null) return null;
	const keys = await core.vault.unlock(queries, [account.keyId]);
	try {
		return keys.openJson<Contact>(account.keyId, contactPlace(account.id), account.sealed);
	} catch {
		// Once the key is destroyed there is nobody to write to.
		return null;
	}
}

const email = v.pipe(v.string(), v.maxLength(LONGEST_EMAIL), v.email());

/** @throws Refusal invalid `contact_email_wrong` */
export function readEmail(typed: string): string | null {
	const text = cleanLine(typed).replace(/\p{Cf}/gu, '');
	if (text === '') return null;
	const parsed = v.safeParse(email, text);
	if (!parsed.success) throw invalid('contact_email_wrong');
	return parsed.output;
}

/** As it is typed here, in any digits and with any gaps; a number of another country with its `+` or `00`. */
function readMobile(typed: string): string | null {
	const text = cleanLine(typed)
		.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replace(/[\s().\-\u2010-\u2015\p{Cf}]/gu, '');
	if (text === '') return null;
	const number = text.replace(/^00/, '+').replace(/^0(?=7)/, '+44');
	const british = /^\+44(?:0?)(7\d{9})$/.exec(number);
	if (british) return `+44${british[1]}`;
	if (number.startsWith('+44') || !/^\+[1-9]\d{7,14}$/.test(number))
		throw invalid('contact_mobile_wrong');
	return number;
}
