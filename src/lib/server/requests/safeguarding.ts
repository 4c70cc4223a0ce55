import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { invalid } from '../errors.ts';
import { managerIds } from '../people/managers.ts';
import { barredFromRequest } from './standings.ts';
import { makeStep, stepFields } from './steps.ts';
import { tellStaff } from './telling.ts';
import { atWork } from './work.ts';

const flagging = v.object(stepFields);

/**
 * Says that somebody may be harmed: an alert is raised at once, for whoever is on duty and the managers, beside the
 * request, which goes on. Once a request.
 */
export function safeguard(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof flagging>
): Promise<void> {
	const parsed = v.safeParse(flagging, input);
	if (!parsed.success) throw invalid('form_unreadable');
	return atWork(core, actor, parsed.output, async (tx, staff, row) => {
		const { alerts, requestSteps } = tx.tables;
		const [before] = await tx
			.select({ id: requestSteps.id })
			.from(requestSteps)
			.where(and(eq(requestSteps.requestId, row.id), eq(requestSteps.kind, 'safeguarding')));
		if (before) return;
		await makeStep(core, tx, staff, row, {
			kind: 'safeguarding',
			sendKey: parsed.output.sendKey,
			language: row.language,
			byStaffId: staff.id
		});
		if (row.youngPersonId !== null) {
			const alertId = randomUUID();
			const statementId = row.statementId ?? row.fromStatementId;
			await tx.insert(alerts).values({
				id: alertId,
				youngPersonId: row.youngPersonId,
				statementId,
				kind: 'allegation',
				raisedAt: core.now()
			});
			await core.audit.record(tx, {
				action: 'alert.raised',
				actor: staff,
				youngPersonId: row.youngPersonId,
				subject: { kind: 'alert', id: alertId },
				detail: { kind: 'allegation', requestId: row.id }
			});
		}
		const barred = await barredFromRequest(tx, row);
		const managers = (await managerIds(tx)).filter((id) => !barred.has(id));
		await tellStaff(core, tx, row, managers, 'request_safeguarding');
	});
}
