import { and, eq, inArray, isNull, ne, notInArray, or, type SQL } from 'drizzle-orm';
import { handlerOf, requestKindOf, REQUEST_KINDS } from '../../rights/requests.ts';
import type { Standing } from '../access-table.ts';
import {
	actsFor,
	demandSignedIn,
	rolesOf,
	selfOf,
	type Actor,
	type StaffActor
} from '../access.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { barredFrom, notBarredFrom } from '../statements/barred.ts';
import { activeProviders, advocatesOf, hasProviders } from './providers.ts';

export type RequestRow = Queries['tables']['requests']['$inferSelect'];

/**
 * Finds a request, and every way the actor stands to it: `recipient` is who handles it now. Whom a statement is locked
 * from, the request it made is locked from too.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function findRequest(
	queries: Queries,
	actor: Actor,
	requestId: string
): Promise<{ row: RequestRow; standings: readonly Standing[] }> {
	demandSignedIn(actor);
	if (!isId(requestId)) throw notFound();
	const { requests } = queries.tables;
	const [row] = await queries
		.select()
		.from(requests)
		.where(and(eq(requests.id, requestId), ne(requests.state, 'withdrawn')));
	if (!row) throw notFound();
	if (actor.kind === 'young_person')
		return { row, standings: row.youngPersonId === actor.id ? selfOf(actor) : [] };
	if (actor.kind !== 'staff') return { row, standings: rolesOf(actor) };
	const [theirs] = await queries
		.select({ id: requests.id })
		.from(requests)
		.where(and(eq(requests.id, row.id), await handledBy(queries, actor)));
	return { row, standings: theirs ? [...rolesOf(actor), 'recipient'] : [] };
}

/**
 * The requests somebody handles, by what they are and who they are; without those they are barred from. An advocate's
 * are those given to their own service; where the council has no such service at all, every advocate's.
 */
export async function handledBy(queries: Queries, actor: StaffActor): Promise<SQL | undefined> {
	const { requests, youngPeople } = queries.tables;
	const has = (role: StaffActor['roles'][number]) => actor.roles.includes(role);
	const matched = ne(requests.state, 'unmatched');
	const ofKinds = (handler: ReturnType<typeof handlerOf>) =>
		inArray(
			requests.kind,
			REQUEST_KINDS.filter((kind) => handlerOf(kind) === handler)
		);
	const officersPeople = queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(inArray(youngPeople.officerId, actsFor(actor)));
	const theirs = [
		and(ofKinds('officer'), matched, inArray(requests.youngPersonId, officersPeople)),
		has('advocate')
			? and(ofKinds('advocate'), matched, await ofTheirService(queries, actor))
			: undefined,
		has('complaints') ? and(ofKinds('complaints'), matched) : undefined,
		has('participation') ? or(eq(requests.state, 'unmatched'), ofKinds('participation')) : undefined
	].filter((one) => one !== undefined);
	return and(or(...theirs), ne(requests.state, 'withdrawn'), notLocked(queries, actor.id));
}

async function ofTheirService(queries: Queries, actor: StaffActor): Promise<SQL | undefined> {
	if (!(await hasProviders(queries))) return undefined;
	const { requests, staffProviders, providers } = queries.tables;
	return inArray(
		requests.providerId,
		queries
			.select({ id: staffProviders.providerId })
			.from(staffProviders)
			.innerJoin(
				providers,
				and(eq(providers.id, staffProviders.providerId), eq(providers.active, 1))
			)
			.where(eq(staffProviders.staffId, actor.id))
	);
}

/** For a list: neither what was sent for it nor what asked for it in passing is locked from them. */
function notLocked(queries: Queries, staffId: string): SQL | undefined {
	const { requests } = queries.tables;
	return and(
		notBarredFrom(queries, staffId, requests.statementId),
		notBarredFrom(queries, staffId, requests.fromStatementId)
	);
}

/**
 * The requests for an advocate that no advocacy service has, and one has to be given them. Undefined where there is no
 * service: nothing has to be given then.
 */
export async function toBeGiven(queries: Queries, actor: StaffActor): Promise<SQL | undefined> {
	const ids = (await activeProviders(queries)).map(({ id }) => id);
	if (ids.length === 0) return undefined;
	const { requests } = queries.tables;
	return and(
		eq(requests.kind, 'advocate'),
		inArray(requests.state, ['new', 'opened']),
		or(isNull(requests.providerId), notInArray(requests.providerId, ids)),
		notLocked(queries, actor.id)
	);
}

/** Everybody a request is locked from: what was sent for it, or asked for it in passing, is about them. */
export async function barredFromRequest(
	queries: Queries,
	row: Pick<RequestRow, 'statementId' | 'fromStatementId'>
): Promise<Set<string>> {
	const barred = new Set<string>();
	for (const id of [row.statementId, row.fromStatementId])
		if (id !== null) for (const staffId of await barredFrom(queries, id)) barred.add(staffId);
	return barred;
}

/** Everybody on the staff who could answer it today: never who it is locked from, were they the only one. */
export async function handlerIds(queries: Queries, row: RequestRow): Promise<string[]> {
	const barred = await barredFromRequest(queries, row);
	return (await everyHandler(queries, row)).filter((staffId) => !barred.has(staffId));
}

async function everyHandler(queries: Queries, row: RequestRow): Promise<string[]> {
	const handler = handlerOf(requestKindOf(row.kind));
	if (handler === 'advocate' && (await hasProviders(queries)))
		return row.providerId === null ? [] : advocatesOf(queries, row.providerId);
	if (handler !== 'officer') return staffWithRole(queries, handler);
	const { youngPeople, staff } = queries.tables;
	const officers = await queries
		.select({ id: staff.id })
		.from(youngPeople)
		.innerJoin(staff, and(eq(staff.id, youngPeople.officerId), eq(staff.active, 1)))
		.where(eq(youngPeople.id, row.youngPersonId ?? ''));
	return officers.map(({ id }) => id);
}

export async function staffWithRole(
	queries: Queries,
	role: StaffActor['roles'][number]
): Promise<string[]> {
	const { staff, staffRoles } = queries.tables;
	const rows = await queries
		.select({ id: staff.id })
		.from(staffRoles)
		.innerJoin(staff, eq(staff.id, staffRoles.staffId))
		.where(and(eq(staffRoles.role, role), eq(staff.active, 1)));
	return rows.map(({ id }) => id);
}
