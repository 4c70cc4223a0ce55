import { and, eq, inArray, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { applyChange } from '../meetings/change.ts';
import { settle } from '../meetings/settle.ts';
import { tell } from '../notices/notices.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { officersByName } from './officers.ts';

const toReallocate = v.object({
	fromId: v.string(),
	toId: v.string(),
	youngPersonIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(500))
});
export type Reallocation = v.InferInput<typeof toReallocate>;

/**
 * Gives young people to another officer for good, with the meetings of theirs that the first one was to chair: all that
 * hangs on them follows at once. A household's conference goes along when none of its young people stays. What was held
 * stays with who chaired it.
 * @returns how many
 * @throws Refusal conflict `allocation_changed` where one of them is somebody else's by now
 */
export async function reallocate(core: Core, actor: Actor, input: Reallocation): Promise<number> {
	demandOfStaff('allocation.change', actor);
	const result = v.safeParse(toReallocate, input);
	if (!result.success) throw invalid('form_unreadable');
	const { fromId, toId } = result.output;
	const ids = [...new Set(result.output.youngPersonIds)];
	return core.database.inTransaction(async (tx) => {
		if (ids.length === 0) throw invalid('allocation_nobody');
		if (fromId === toId) throw invalid('allocation_same');
		const officers = await officersByName(core, tx);
		if (!officers.some(({ id }) => id === toId)) throw invalid('allocation_to');
		const { youngPeople } = tx.tables;
		const rows = await inChunks(ids, (chunk) =>
			tx
				.select({ id: youngPeople.id, officerId: youngPeople.officerId })
				.from(youngPeople)
				.where(inArray(youngPeople.id, chunk))
		);
		// The same page sent twice has done it once.
		const moving = rows.filter(({ officerId }) => officerId === fromId).map(({ id }) => id);
		if (
			rows.length < ids.length ||
			rows.some(({ officerId }) => officerId !== fromId && officerId !== toId)
		)
			throw conflict('allocation_changed');
		if (moving.length === 0) return 0;

		for (const id of moving) {
			await tx.update(youngPeople).set({ officerId: toId }).where(eq(youngPeople.id, id));
			await core.audit.record(tx, {
				action: 'allocation.changed',
				actor,
				youngPersonId: id,
				detail: { from: fromId, to: toId }
			});
		}
		for (const meetingId of await meetingsToHandOn(tx, fromId, moving))
			await applyChange(core, tx, actor, meetingId, { kind: 'change_chair', chairId: toId });
		// Meetings without a chair of their own have another one now, too.
		await settle(core, tx, { youngPersonIds: moving, actor });
		await tell(tx, [{ to: { staffId: toId, kind: 'caseload_given' } }], core.now());
		return moving.length;
	});
}

/** Still to come, chaired by who gives them up, and about nobody who stays with them. */
async function meetingsToHandOn(
	tx: Tx,
	chairId: string,
	moving: readonly string[]
): Promise<string[]> {
	const { meetings, meetingYoungPeople, youngPeople } = tx.tables;
	const rows = await tx
		.select({
			id: meetings.id,
			youngPersonId: meetingYoungPeople.youngPersonId,
			officerId: youngPeople.officerId
		})
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(
			and(eq(meetings.chairId, chairId), isNull(meetings.heldOn), isNull(meetings.cancelledAt))
		);
	const stay = new Set(rows.filter(({ officerId }) => officerId === chairId).map(({ id }) => id));
	return [
		...new Set(
			rows
				.filter(({ id, youngPersonId }) => moving.includes(youngPersonId) && !stay.has(id))
				.map(({ id }) => id)
		)
	];
}

/** Everybody allocated to an officer, by name. */
export async function youngPeopleOf(core: Core, queries: Queries, officerId: string) {
	const { youngPeople } = queries.tables;
	const rows = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(eq(youngPeople.officerId, officerId));
	const people = await youngPeopleByIds(
		core,
		queries,
		rows.map(({ id }) => id)
	);
	const { compare } = new Intl.Collator('en');
	return [...people.values()]
		.map(({ id, name }) => ({ id, name }))
		.sort((a, b) => compare(a.name, b.name));
}
