import { and, eq, inArray, ne, or, type SQL } from 'drizzle-orm';
import { handlerOf, requestKindOf, REQUEST_KINDS } from '../../rights/requests.ts';
import { demandSignedIn, rolesOf, type Actor, type StaffActor, type Standing } from '../access.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { notBarredFrom } from '../statements/barred.ts';

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
	if (actor.kind !== 'staff') return { row, standings: rolesOf(actor) };
	const [theirs] = await queries
		.select({ id: requests.id })
		.from(requests)
		.where(and(eq(requests.id, row.id), handledBy(queries, actor)));
	return { row, standings: theirs ? [...rolesOf(actor), 'recipient'] : [] };
}

/** The requests somebody handles, by what they are and who they are; without those they are barred from. */
export function handledBy(queries: Queries, actor: StaffActor): SQL | undefined {
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
		.where(eq(youngPeople.officerId, actor.id));
	const theirs = [
		and(ofKinds('officer'), matched, inArray(requests.youngPersonId, officersPeople)),
		has('advocate') ? and(ofKinds('advocate'), matched) : undefined,
		has('complaints') ? and(ofKinds('complaints'), matched) : undefined,
		has('participation') ? or(eq(requests.state, 'unmatched'), ofKinds('participation')) : undefined
	].filter((one) => one !== undefined);
	return and(
		or(...theirs),
		ne(requests.state, 'withdrawn'),
		notBarredFrom(queries, actor.id, requests.statementId),
		notBarredFrom(queries, actor.id, requests.fromStatementId)
	);
}

/**
 * Everybody on the staff who could answer a request of this kind today, whoever they are barred from.
 * @param officerId who is allocated to the young person
 */
export async function handlerIds(
	queries: Queries,
	kind: string,
	officerId: string | null
): Promise<string[]> {
	const handler = handlerOf(requestKindOf(kind));
	if (handler === 'officer') return officerId === null ? [] : [officerId];
	return staffWithRole(queries, handler);
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
