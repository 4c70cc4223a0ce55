import { and, eq, gt, isNull, notExists, or, sql } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';

type Tables = Tx['tables'];

/**
 * Keeps that somebody opened a statement, and beside the statement when whoever it went to first did: its chair, or the
 * worker, whom nobody ticked. Figures count that of thousands, and would look through all openings of each.
 */
export async function keepOpening(
	tx: Tx,
	opening: Tables['statementOpenings']['$inferInsert']
): Promise<void> {
	const { statements, statementOpenings, statementAudience } = tx.tables;
	const { statementId, staffId, openedAt, asChair } = opening;
	await tx.insert(statementOpenings).values(opening);
	const ticked = tx
		.select({ one: sql`1` })
		.from(statementAudience)
		.where(
			and(eq(statementAudience.statementId, statementId), eq(statementAudience.staffId, staffId))
		);
	await tx
		.update(statements)
		.set({ openedAt })
		.where(
			and(
				eq(statements.id, statementId),
				asChair === 1 ? undefined : and(eq(statements.goesTo, 'worker'), notExists(ticked)),
				or(isNull(statements.openedAt), gt(statements.openedAt, openedAt))
			)
		);
}

/** Keeps an answer to a statement, and beside the statement when the first one was sent. */
export async function keepReply(tx: Tx, reply: Tables['replies']['$inferInsert']): Promise<void> {
	const { statements, replies } = tx.tables;
	const { statementId, sentAt } = reply;
	await tx.insert(replies).values(reply);
	await tx
		.update(statements)
		.set({ repliedAt: sentAt })
		.where(
			and(
				eq(statements.id, statementId),
				or(isNull(statements.repliedAt), gt(statements.repliedAt, sentAt))
			)
		);
}
