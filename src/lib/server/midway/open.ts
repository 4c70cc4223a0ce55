import { and, eq, isNotNull } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { isLate } from '../../rights/concerns.ts';
import { actsFor, demandOfStaff, may, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { decisionsWhere } from '../deciding/decisions.ts';
import type { Queries, Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { standingsForConcerns } from '../concerns/standings.ts';
import { youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { standingsTowards } from '../people/standings.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import type { Place } from '../vault/vault.ts';
import { heldOfPerson, rowOf, type Held } from './due.ts';
import type { MidwayDecision, MidwayView } from './views.ts';

export const midwayPlace = (checkId: string): Place => ({
	table: 'midway_checks',
	row: checkId,
	column: 'words'
});

export interface MidwayOf {
	readonly youngPersonId: string;
	readonly meetingId: string;
}

/** Opens a midway check, with what the meeting before it decided. */
export function open(core: Core, actor: Actor, of: MidwayOf): Promise<MidwayView> {
	return core.database.inTransaction(async (tx) => {
		const held = await demandHeld(core, tx, actor, of);
		const { youngPersonId, check } = held;
		await core.audit.record(tx, {
			action: 'midway.opened',
			actor,
			youngPersonId,
			subject: { kind: 'meeting', id: held.meetingId }
		});
		const person = (await youngPeopleByIds(core, tx, [youngPersonId])).get(youngPersonId);
		if (!person || actor.kind !== 'staff') throw notFound();
		const { row, keys } = await youngPersonOf(core, tx, youngPersonId);
		const staff = await staffByIds(core, tx, check?.byStaffId ? [check.byStaffId] : []);
		const today = londonDate(core.now());
		return {
			...rowOf(held, { id: person.id, name: person.name, age: person.age }, today),
			words: check?.wordsSealed
				? keys.openText(row.keyId, midwayPlace(check.id), check.wordsSealed)
				: '',
			by: staff.get(check?.byStaffId ?? '')?.name ?? null,
			version: check?.version ?? 0,
			decisions: await decided(core, tx, actor, held, today),
			mayRaise: may('concern.raise', await standingsForConcerns(tx, actor, youngPersonId))
		};
	});
}

/** @throws Refusal `not_found` where it is not theirs to do, or no meeting of theirs was held */
export async function demandHeld(
	core: Core,
	tx: Tx,
	actor: Actor,
	{ youngPersonId, meetingId }: MidwayOf
): Promise<Held> {
	const theirs = isId(youngPersonId) && isId(meetingId);
	demandOfStaff('midway.do', actor, theirs ? await standingsTowards(tx, actor, youngPersonId) : []);
	const held = (await heldOfPerson(tx, youngPersonId, core.now())).find(
		(one) => one.meetingId === meetingId
	);
	if (!held) throw notFound();
	return held;
}

/** What was decided, and who sees to it. What was said to another chair alone stays theirs. */
async function decided(
	core: Core,
	queries: Queries,
	actor: StaffActor,
	{ meetingId, youngPersonId, chairId }: Held,
	today: string
): Promise<MidwayDecision[]> {
	const { decisions } = queries.tables;
	const found = await decisionsWhere(
		core,
		queries,
		and(
			eq(decisions.meetingId, meetingId),
			eq(decisions.youngPersonId, youngPersonId),
			isNotNull(decisions.outcome)
		)
	);
	const chaired = chairId === null || actsFor(actor).includes(chairId);
	return found.map(({ id, outcome, dueOn, done, doneOn, owner, ...said }) => ({
		...{ id, outcome, dueOn, done, doneOn },
		words: said.decided ?? (said.kept === null || chaired ? said.point : null),
		owner: owner?.name ?? null,
		late: done === null && isLate(dueOn, today)
	}));
}
