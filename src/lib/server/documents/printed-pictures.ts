import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { attachmentPlace } from '../attachments/attachments.ts';
import type { Queries } from '../db/database.ts';
import type { Document } from './document.ts';
import type { Owner } from './own-records.ts';

/** Pictures as a PDF takes them, by id. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** What a service made for its reader to have on paper. */
export interface Printed {
	readonly document: Document;
	readonly pictures?: Pictures;
}

/** In print; a download of everything has them as they were sent. */
const PRINTED_PIXELS = 1000;

/** A picture or a voice note as it was sent; null where there is none of that id. */
export async function bytesOf(
	queries: Queries,
	table: 'pictures' | 'sounds',
	id: string,
	{ keyId, keys }: Owner
): Promise<Buffer | null> {
	const attached = queries.tables[table];
	const [row] = await queries
		.select({ sealed: attached.bytesSealed })
		.from(attached)
		.where(eq(attached.id, id));
	return row ? keys.open(keyId, attachmentPlace(table, id), row.sealed) : null;
}

/** These pictures of one young person, small enough for paper. Whether they may be seen was decided before. */
export async function printedPictures(
	queries: Queries,
	ids: readonly string[],
	owner: Owner
): Promise<Pictures> {
	const printed = new Map<string, Uint8Array>();
	for (const id of ids) {
		const bytes = await bytesOf(queries, 'pictures', id, owner);
		// A picture that cannot be drawn must not keep somebody from all the rest.
		const small = bytes && (await inPrint(bytes).catch(() => null));
		if (small) printed.set(id, small);
	}
	return printed;
}

/** As JPEG: a PDF has no WebP, and would hold every single dot of it. */
const inPrint = (webp: Buffer): Promise<Buffer> =>
	sharp(webp)
		.resize(PRINTED_PIXELS, PRINTED_PIXELS, { fit: 'inside', withoutEnlargement: true })
		.flatten({ background: '#ffffff' })
		.jpeg({ quality: 80 })
		.toBuffer();
