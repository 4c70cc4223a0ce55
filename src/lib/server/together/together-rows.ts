import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { YoungPersonActor } from '../access.ts';
import { hashOfToken } from '../accounts/lucia-adapter.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';

export const DEVICES = ['helpers', 'own'] as const;
/** On whose device a form is gone through: the helper's, or the young person's own, which a code opens it on. */
export type Device = (typeof DEVICES)[number];

export type TogetherRow = Queries['tables']['togethers']['$inferSelect'];

/** The one that goes on under this token now. */
export async function runningOf(
	core: Core,
	queries: Queries,
	token: string
): Promise<TogetherRow | null> {
	const { togethers } = queries.tables;
	const [row] = await queries
		.select()
		.from(togethers)
		.where(
			and(
				eq(togethers.tokenHash, hashOfToken(token)),
				isNotNull(togethers.openedAt),
				isNull(togethers.endedAt),
				gt(togethers.expiresAt, core.now())
			)
		);
	return row ?? null;
}

/** Who asks, where a helper started a form with them. They have no account here, whether or not they have one. */
export const actorOf = ({ id, youngPersonId, formId }: TogetherRow): YoungPersonActor => ({
	kind: 'young_person',
	id: youngPersonId,
	accountId: '',
	only: { formId, togetherId: id }
});

/** It is over: the device it was opened on can do nothing more. */
export async function endTogether(
	core: Core,
	tx: Tx,
	actor: YoungPersonActor,
	togetherId: string
): Promise<void> {
	const { togethers } = tx.tables;
	const ended = await tx
		.update(togethers)
		.set({ endedAt: core.now() })
		.where(and(eq(togethers.id, togetherId), isNull(togethers.endedAt)))
		.returning({ id: togethers.id });
	for (const { id } of ended)
		await core.audit.record(tx, {
			action: 'together.ended',
			actor,
			youngPersonId: actor.id,
			subject: { kind: 'together', id }
		});
}
