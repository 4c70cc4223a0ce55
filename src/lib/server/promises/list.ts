import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Standing } from '../access-table.ts';
import {
	actsFor,
	demandOfStaff,
	demandSignedIn,
	may,
	rolesOf,
	type Actor,
	type StaffActor
} from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { decisionsByIds } from '../deciding/decisions.ts';
import type { DecisionView } from '../deciding/views.ts';
import { notFound } from '../errors.ts';
import { doneWhys } from '../letters/told-decisions.ts';
import { concernedBy } from '../people/concerned.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { readableStatements } from '../statements/standings.ts';
import { councilPromises, countsOf } from './counts.ts';
import { saidOfPromises } from './said.ts';
import type { PromiseList, PromiseRow, Show } from './views.ts';

const A_PAGE = 25;

/** What makes a decision a promise (`isPromise`), for the database. */
export function promised(queries: Queries): SQL | undefined {
	const { decisions } = queries.tables;
	return and(
		inArray(decisions.outcome, ['agreed', 'partly']),
		isNotNull(decisions.dueOn),
		or(isNotNull(decisions.ownerStaffId), isNotNull(decisions.ownerSealed))
	);
}

/** The promises somebody sees: made to their young people, or theirs to keep. */
function seenBy(queries: Queries, actor: StaffActor): SQL | undefined {
	const { decisions } = queries.tables;
	const owns = eq(decisions.ownerStaffId, actor.id);
	const theirs = or(concernedBy(queries, actor, decisions.youngPersonId), owns);
	return and(promised(queries), theirs);
}

/** How somebody stands to some of the promises there are. */
async function standingsToAny(queries: Queries, actor: StaffActor): Promise<Standing[]> {
	const { decisions } = queries.tables;
	const [owned] = await queries
		.select({ id: decisions.id })
		.from(decisions)
		.where(and(promised(queries), eq(decisions.ownerStaffId, actor.id)))
		.limit(1);
	return owned ? [...rolesOf(actor), 'owner'] : rolesOf(actor);
}

/**
 * Promises, open first and of those the longest overdue; then those that were closed, the latest first. In a number of
 * queries that does not grow with them.
 */
export function list(
	core: Core,
	actor: Actor,
	input: { readonly page?: number; readonly show?: Show }
): Promise<PromiseList> {
	demandSignedIn(actor);
	if (actor.kind !== 'staff') throw notFound();
	return core.database.inTransaction(async (tx) => {
		const standings = await standingsToAny(tx, actor);
		const counting = may('promise.count', standings);
		const lists = may('promise.list', standings);
		if (!counting) demandOfStaff('promise.list', actor, standings);
		const { decisions } = tx.tables;
		const today = londonDate(core.now());
		const show = input.show ?? 'open';
		const seen = seenBy(tx, actor);
		const counts = await countsOf(tx, seen, today);
		const closed = isNotNull(decisions.done);
		const listed = and(seen, show === 'open' ? isNull(decisions.done) : closed);
		const total = show === 'open' ? counts.open : counts.done + counts.notDone;
		const pages = Math.max(1, Math.ceil(total / A_PAGE));
		const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
		const rows = await tx
			.select({ id: decisions.id, doneByStaffId: decisions.doneByStaffId })
			.from(decisions)
			.where(listed)
			.orderBy(
				...(show === 'open' ? [asc(decisions.dueOn)] : [desc(decisions.doneOn)]),
				asc(decisions.id)
			)
			.limit(A_PAGE)
			.offset((page - 1) * A_PAGE);
		const promises = await rowViews(core, tx, actor, rows, today);
		// What young people say of promises is among them.
		if (promises.some(({ said }) => said !== null))
			await core.audit.record(tx, {
				action: 'promise.list_seen',
				actor,
				detail: { promises: promises.length }
			});
		return {
			...{ show, counts, promises, page, pages, lists },
			council: counting ? await councilPromises(core, tx, promised(tx), today) : null
		};
	});
}

async function rowViews(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	rows: readonly { readonly id: string; readonly doneByStaffId: string | null }[],
	today: string
): Promise<PromiseRow[]> {
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const found = new Map((await decisionsByIds(core, tx, ids)).map((one) => [one.id, one]));
	const youngPersonIds = [
		...new Set([...found.values()].map(({ youngPersonId }) => youngPersonId))
	];
	const people = await youngPeopleByIds(core, tx, youngPersonIds);
	const staff = await staffByIds(
		core,
		tx,
		rows.flatMap(({ doneByStaffId }) => doneByStaffId ?? [])
	);
	const held = await heldOf(tx, [...found.values()]);
	const whys = await doneWhys(tx, ids, await keysOf(core, tx, youngPersonIds));
	const said = await saidOfPromises(core, tx, youngPersonIds);
	const readable = await readableStatements(
		tx,
		actor,
		[...said.values()].map(({ statementId }) => statementId)
	);
	return rows.flatMap(({ id, doneByStaffId }) => {
		const decision = found.get(id);
		if (!decision) return [];
		const { decided, point, kept, dueOn, done, doneOn, version } = decision;
		const meeting = held.get(decision.meetingId);
		const theirs = said.get(id);
		const readsSaid = theirs && readable.has(theirs.statementId) && !theirs.forChair;
		const chairs = actsFor(actor).includes(meeting?.chairId ?? '');
		return [
			{
				...{ id, version, done, doneOn },
				youngPerson: {
					id: decision.youngPersonId,
					name: people.get(decision.youngPersonId)?.name ?? ''
				},
				heldOn: meeting?.heldOn ?? null,
				words: decided ?? (kept === null || chairs ? point : null),
				owner: decision.owner?.name ?? '',
				dueOn: dueOn ?? '',
				overdue: done === null && dueOn !== null && dueOn < today,
				doneBy: staff.get(doneByStaffId ?? '')?.name ?? null,
				doneWhy: whys.get(id) ?? null,
				said: theirs && readsSaid ? { said: theirs.said, statementId: theirs.statementId } : null
			}
		];
	});
}

async function heldOf(tx: Tx, decisions: readonly DecisionView[]) {
	const { meetings } = tx.tables;
	const ids = [...new Set(decisions.map(({ meetingId }) => meetingId))];
	const rows = await tx
		.select({ id: meetings.id, heldOn: meetings.heldOn, chairId: meetings.chairId })
		.from(meetings)
		.where(inArray(meetings.id, ids));
	return new Map(rows.map((row) => [row.id, row]));
}

async function keysOf(core: Core, tx: Tx, youngPersonIds: readonly string[]) {
	const { youngPeople } = tx.tables;
	const rows = await tx
		.select({ id: youngPeople.id, keyId: youngPeople.keyId })
		.from(youngPeople)
		.where(inArray(youngPeople.id, [...youngPersonIds]));
	const keyIds = new Map(rows.map(({ id, keyId }) => [id, keyId]));
	const keys = await core.vault.unlock(tx, [...keyIds.values()]);
	return (youngPersonId: string) => ({ keyId: keyIds.get(youngPersonId) ?? '', keys });
}
