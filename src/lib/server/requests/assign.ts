import * as v from 'valibot';
import { demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { findRequest, handlerIds, type RequestRow } from './standings.ts';
import { madeBefore, makeStep, stepFields } from './steps.ts';
import { tellStaff } from './telling.ts';

const assigning = v.object({ ...stepFields, staffId: v.string() });

/**
 * Says who answers it, by name: one of those who handle it, never whom it is locked from.
 * @throws Refusal invalid `asked_nobody_chosen`; conflict `request_changed`
 */
export async function assign(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof assigning>
): Promise<void> {
	const parsed = v.safeParse(assigning, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { id, sendKey, staffId } = parsed.output;
	await core.database.inTransaction(async (tx) => {
		const { row, standings } = await findRequest(tx, actor, id);
		demandOfStaff('request.assign', actor, standings);
		if (await madeBefore(tx, actor, row, parsed.output)) return;
		if (row.state === 'closed' || row.state === 'unmatched') throw conflict('request_changed');
		if (!(await assignable(tx, actor, row)).includes(staffId)) throw invalid('asked_nobody_chosen');
		await makeStep(core, tx, actor, row, {
			kind: 'assigned',
			sendKey,
			language: row.language,
			said: { staffId },
			byStaffId: actor.id,
			assignedStaffId: staffId
		});
		if (staffId !== actor.id) await tellStaff(core, tx, row, [staffId], 'request_for_you');
	});
}

/** Whom it can be assigned to: those who handle it, and who does so today for one of them. */
export async function assignable(
	queries: Queries,
	actor: StaffActor,
	row: RequestRow
): Promise<string[]> {
	return [...new Set([...(await handlerIds(queries, row)), actor.id])];
}
