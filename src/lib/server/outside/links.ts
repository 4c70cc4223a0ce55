import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';

/** What somebody without an account is asked over a link. */
export const OUTSIDE_PURPOSES = ['survey', 'carer'] as const;
export type OutsidePurpose = (typeof OUTSIDE_PURPOSES)[number];

/** Where a link is written to. Sealed, and gone once it is not needed. */
export interface OutsideContact {
	readonly name: string;
	readonly email: string;
}

export const outsideContactPlace = (linkId: string) =>
	({ table: 'outside_links', row: linkId, column: 'contact' }) as const;

export interface NewLink {
	readonly purpose: OutsidePurpose;
	/** `one`: for one person, used once · `room`: a tablet or a sheet of paper, used by several */
	readonly reach: 'one' | 'room';
	readonly meetingId: string;
	/** Whom a carer is asked about. */
	readonly youngPersonId?: string;
	readonly contact?: OutsideContact;
	readonly language: string;
	readonly madeByStaffId: string | null;
	/** When it is written to the contact. Left out: it is handed over. */
	readonly sendAt?: number;
	readonly expiresAt: number;
}

export type LinkRow = Queries['tables']['outsideLinks']['$inferSelect'];

/**
 * The secret in the address of a link. Worked out from its id under the vault's key, so that a letter can be written
 * again after a failed delivery while the database alone opens nothing.
 */
export const tokenOf = ({ vault }: Core, linkId: string): string =>
	vault.blindIndex('outside_token', linkId);

const tokenIndexOf = ({ vault }: Core, token: string): string =>
	vault.blindIndex('outside_token_index', token);

/** Such as `/survey/TOKEN`. */
export const linkPath = (core: Core, link: Pick<LinkRow, 'id' | 'purpose'>): string =>
	`/${link.purpose}/${tokenOf(core, link.id)}`;

/** @returns its id */
export async function makeLink(core: Core, tx: Tx, link: NewLink): Promise<string> {
	const id = randomUUID();
	const { contact, youngPersonId, sendAt, ...given } = link;
	await tx.insert(tx.tables.outsideLinks).values({
		...given,
		id,
		tokenIndex: tokenIndexOf(core, tokenOf(core, id)),
		youngPersonId: youngPersonId ?? null,
		contactSealed: contact
			? core.vault.council.sealJson(core.vault.councilKeyId, outsideContactPlace(id), contact)
			: null,
		sendAt: sendAt ?? null,
		createdAt: core.now()
	});
	return id;
}

/** The link of a token that still works. Guessed, used, taken back and expired all give nothing. */
export async function findLink(
	core: Core,
	queries: Queries,
	of: { readonly purpose: OutsidePurpose; readonly token: string }
): Promise<LinkRow | null> {
	const { outsideLinks } = queries.tables;
	const [row] = await queries
		.select()
		.from(outsideLinks)
		.where(
			and(
				eq(outsideLinks.tokenIndex, tokenIndexOf(core, of.token)),
				eq(outsideLinks.purpose, of.purpose),
				works(core, queries)
			)
		);
	return row ?? null;
}

/** The same by its id, for who writes to it. */
export async function liveLink(
	core: Core,
	queries: Queries,
	linkId: string
): Promise<LinkRow | null> {
	const { outsideLinks } = queries.tables;
	const [row] = await queries
		.select()
		.from(outsideLinks)
		.where(and(eq(outsideLinks.id, linkId), works(core, queries)));
	return row ?? null;
}

const works = (core: Core, { tables: { outsideLinks } }: Queries) =>
	and(isNull(outsideLinks.endedAt), gt(outsideLinks.expiresAt, core.now()));

/** @returns null where it was never given, or is gone */
export function contactOf({ vault }: Core, link: LinkRow): OutsideContact | null {
	return (
		link.contactSealed &&
		vault.council.openJson<OutsideContact>(
			vault.councilKeyId,
			outsideContactPlace(link.id),
			link.contactSealed
		)
	);
}
