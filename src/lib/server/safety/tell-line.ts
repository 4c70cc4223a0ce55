import { and, eq } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { queueMessages } from '../mail/queue.ts';
import { tell } from '../notices/notices.ts';
import { lineOf, onDutyFor, type Alerted, type Told } from './line.ts';

/** What alerts are known by to those who are told: a statement's are one call for help. */
export const callOf = (alert: { readonly id: string; readonly statementId: string | null }) =>
	alert.statementId ?? alert.id;

/**
 * Tells the next in line of a call for help: at their desk, and by mail, which says nothing of whom it is about.
 * @param turn how many were told before: 0 as it is raised. After the last in line all of them are told together.
 */
export async function tellLine(
	tx: Tx,
	call: Alerted & { readonly id: string },
	turn: number,
	now: number
): Promise<void> {
	const line = await lineOf(tx, call, now);
	const next = line[turn];
	for (const told of next ? [next] : line) await tellThem(tx, call, told, turn, now);
}

/** Whoever has come on duty since is told of what is still open. */
export async function tellNewOnDuty(
	tx: Tx,
	call: Alerted & { readonly id: string },
	now: number
): Promise<void> {
	const { notices } = tx.tables;
	const known = await tx
		.select({ staffId: notices.staffId })
		.from(notices)
		.where(and(eq(notices.subjectId, call.id), eq(notices.kind, 'alert_waits')));
	const told = new Set(known.map(({ staffId }) => staffId));
	const staffIds = (await onDutyFor(tx, call, now)).filter((id) => !told.has(id));
	if (staffIds.length > 0) await tellThem(tx, call, { staffIds, mayTake: true }, 'duty', now);
}

async function tellThem(
	tx: Tx,
	call: Alerted & { readonly id: string },
	{ staffIds, mayTake }: Told,
	turn: number | 'duty',
	now: number
): Promise<void> {
	await tell(
		tx,
		staffIds.map((staffId) =>
			mayTake
				? {
						to: { staffId, kind: 'alert_waits' },
						about: call.youngPersonId,
						...(call.statementId === null ? {} : { statementId: call.statementId }),
						subjectId: call.id,
						once: `alert_waits|${call.id}|${staffId}`
					}
				: {
						to: { staffId, kind: 'alert_unheard' },
						subjectId: call.id,
						once: `alert_unheard|${call.id}|${staffId}`
					}
		),
		now
	);
	await queueMessages(
		tx,
		staffIds.map((staffId) => ({
			to: { staffId },
			message: 'an_alert_waits',
			onceKey: `alert|${call.id}|${turn}|${staffId}`
		})),
		now
	);
}
