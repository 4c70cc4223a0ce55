import { and, asc, eq, isNull } from 'drizzle-orm';
import { escalationWait } from '../../meetings/duty.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries, Tx } from '../db/database.ts';
import type { Job } from '../jobs/job.ts';
import { callOf, tellLine, tellNewOnDuty } from './tell-line.ts';

/** Tells the next in line of every alert that nobody has taken for too long, again and again. */
export function createEscalationJob(core: Core): Job {
	return {
		name: 'alerts',
		everyMinutes: 1,
		async run(stopping) {
			const open = await openCalls(core, core.database.read);
			for (const { id } of open) {
				if (stopping?.aborted) return;
				await core.database.inTransaction(async (tx) => {
					// Asked again: it may have been taken meanwhile, or passed on by another process.
					const call = (await openCalls(core, tx)).find((one) => one.id === id);
					if (call?.due) await passOn(core, tx, call);
					else if (call) await tellNewOnDuty(tx, call, core.now());
				});
			}
		}
	};
}

async function passOn(core: Core, tx: Tx, call: Call): Promise<void> {
	const { alerts } = tx.tables;
	const now = core.now();
	const turn = call.escalation + 1;
	const together =
		call.statementId === null
			? eq(alerts.id, call.alertId)
			: eq(alerts.statementId, call.statementId);
	await tx
		.update(alerts)
		.set({ escalation: turn, escalatedAt: now })
		.where(and(together, isNull(alerts.acknowledgedAt)));
	await tellLine(tx, call, turn, now);
	await core.audit.record(tx, {
		action: 'alert.escalated',
		actor: { kind: 'sayso', id: null },
		youngPersonId: call.youngPersonId,
		subject: { kind: 'alert', id: call.alertId },
		detail: { turn }
	});
}

interface Call {
	readonly id: string;
	readonly alertId: string;
	readonly youngPersonId: string;
	readonly statementId: string | null;
	readonly escalation: number;
	/** Those who were told have had their time. */
	readonly due: boolean;
}

/** Calls nobody has taken, the oldest first. */
async function openCalls(core: Core, queries: Queries): Promise<Call[]> {
	const { alerts } = queries.tables;
	const { alert_escalation: hours } = await readLimits(queries);
	const rows = await queries
		.select()
		.from(alerts)
		.where(isNull(alerts.acknowledgedAt))
		.orderBy(asc(alerts.raisedAt), asc(alerts.id));
	const now = core.now();
	const calls = new Map<string, Call>();
	for (const row of rows) {
		const id = callOf(row);
		const toldAt = row.escalatedAt ?? row.raisedAt;
		if (calls.has(id)) continue;
		const { youngPersonId, statementId, escalation } = row;
		const due = now >= toldAt + escalationWait(escalation, hours);
		calls.set(id, { id, alertId: row.id, youngPersonId, statementId, escalation, due });
	}
	return [...calls.values()];
}
