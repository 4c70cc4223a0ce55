import { eq } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { forgetMessagesOf } from '../mail/queue.ts';
import { deleteDraftsOf } from './drafts.ts';
import type { LinkRow } from './links.ts';

/**
 * A link was used: it leads nowhere any more, and where to it was written is gone.
 * @param without whether the link itself goes too, so that nothing tells that it was used
 */
export async function endUsed(
	core: Core,
	tx: Tx,
	link: Pick<LinkRow, 'id'>,
	without: boolean
): Promise<void> {
	if (without) return deleteLink(tx, link.id);
	const { outsideLinks } = tx.tables;
	await deleteDraftsOf(tx, link.id);
	await tx
		.update(outsideLinks)
		.set({ endedAt: core.now(), contactSealed: null, sendAt: null })
		.where(eq(outsideLinks.id, link.id));
}

/** Deletes a link with whatever was begun over it and was written to it. */
export async function deleteLink(tx: Tx, linkId: string): Promise<void> {
	const { outsideLinks } = tx.tables;
	await deleteDraftsOf(tx, linkId);
	await forgetMessagesOf(tx, linkId);
	await tx.delete(outsideLinks).where(eq(outsideLinks.id, linkId));
}
