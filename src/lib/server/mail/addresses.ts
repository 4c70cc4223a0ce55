import { eq } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { contactOf, linkPath, liveLink } from '../outside/links.ts';
import { contactOf as ownContact } from '../people/contact.ts';
import { staffPlace, type StaffProfile } from '../people.ts';
import { whoActsFor } from '../people/who-acts.ts';
import type { MailSettings } from '../settings.ts';
import type { Message } from './queue.ts';

/** Where a message goes, and in which language its reader reads. */
export interface Address {
	readonly as: 'email' | 'text';
	readonly to: string;
	readonly language: string;
	/** Where it leads, such as `/carer/TOKEN`; null: to the front page. */
	readonly path: string | null;
}

/**
 * Looked up when it is sent: who left the staff, took their address away or closed their account gets nothing, nor whose
 * link leads nowhere any more. A young person who gave both is written to by e-mail.
 */
export async function addressOf(
	core: Core,
	queries: Queries,
	to: {
		readonly message: Message;
		readonly staffId: string | null;
		readonly youngPersonId: string | null;
		readonly outsideLinkId: string | null;
	},
	mail: MailSettings
): Promise<Address | null> {
	if (to.outsideLinkId !== null) return outsideAddress(core, queries, to.outsideLinkId);
	if (to.youngPersonId !== null) return ownAddress(core, queries, to.youngPersonId, mail);
	if (to.staffId === null) return null;
	// What waits at the desk of who is away, whoever covers them sees. An alert names its own.
	const [acting] =
		to.message === 'something_waits'
			? await whoActsFor(queries, [to.staffId], core.now())
			: [to.staffId];
	return acting === undefined ? null : staffAddress(core, queries, acting);
}

async function staffAddress(
	core: Core,
	queries: Queries,
	staffId: string
): Promise<Address | null> {
	const { staff, accounts } = queries.tables;
	const [row] = await queries
		.select({ sealed: staff.profileSealed, active: staff.active, language: accounts.language })
		.from(staff)
		.leftJoin(accounts, eq(accounts.staffId, staff.id))
		.where(eq(staff.id, staffId));
	if (!row || row.active !== 1) return null;
	const { council, councilKeyId } = core.vault;
	const { email } = council.openJson<StaffProfile>(councilKeyId, staffPlace(staffId), row.sealed);
	return { as: 'email', to: email, language: row.language ?? 'en', path: null };
}

async function outsideAddress(
	core: Core,
	queries: Queries,
	linkId: string
): Promise<Address | null> {
	const link = await liveLink(core, queries, linkId);
	const contact = link && contactOf(core, link);
	return (
		contact && {
			as: 'email',
			to: contact.email,
			language: link.language,
			path: linkPath(core, link)
		}
	);
}

async function ownAddress(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	{ textAddress }: MailSettings
): Promise<Address | null> {
	const { youngPeople, accounts } = queries.tables;
	const contact = await ownContact(core, queries, youngPersonId);
	if (!contact) return null;
	const [row] = await queries
		.select({ language: youngPeople.language, chosen: accounts.language })
		.from(youngPeople)
		.leftJoin(accounts, eq(accounts.youngPersonId, youngPeople.id))
		.where(eq(youngPeople.id, youngPersonId));
	const language = row?.chosen ?? row?.language ?? 'en';
	if (contact.email !== null) return { as: 'email', to: contact.email, language, path: null };
	if (contact.mobile !== null && textAddress)
		return { as: 'text', to: textAddress(contact.mobile), language, path: null };
	return null;
}
