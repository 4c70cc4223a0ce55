import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm';
import { handlerOf, requestKindOf } from '../../rights/requests.ts';
import { demandOfStaff, demandOwn, may, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';
import { requestStateOf, rowViews } from './rows.ts';
import { handledBy } from './standings.ts';
import type { OwnRequest, RequestList } from './views.ts';

const A_PAGE = 25;
/** More than anybody has waiting. */
const MOST_WAITING = 500;

/** What a young person asked for, newest first. What they took back is not among it. */
export async function listOwn(core: Core, queries: Queries, actor: Actor): Promise<OwnRequest[]> {
	demandOwn('request.see_own', actor);
	const { requests } = queries.tables;
	const rows = await queries
		.select()
		.from(requests)
		.where(and(eq(requests.youngPersonId, actor.id), ne(requests.state, 'withdrawn')))
		.orderBy(desc(requests.createdAt), requests.id);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ openedByStaffId }) => openedByStaffId ?? [])
	);
	return rows.map((row) => ({
		id: row.id,
		kind: requestKindOf(row.kind),
		statementId: row.statementId,
		fromStatementId: row.fromStatementId,
		state: requestStateOf(row.state),
		createdAt: row.createdAt,
		handler: handlerOf(requestKindOf(row.kind)),
		openedAt: row.openedAt,
		openedBy: staff.get(row.openedByStaffId ?? '')?.name ?? null
	}));
}

/** The requests somebody handles. Nobody’s words are opened for it. */
export async function list(
	core: Core,
	queries: Queries,
	actor: Actor,
	input: { readonly page?: number }
): Promise<RequestList> {
	demandOfStaff('request.see', actor);
	const { requests } = queries.tables;
	const theirs = handledBy(queries, actor);
	const waiting = await queries
		.select()
		.from(requests)
		.where(and(theirs, inArray(requests.state, ['unmatched', 'new'])))
		.orderBy(asc(requests.createdAt), requests.id)
		.limit(MOST_WAITING);
	const opened = and(theirs, inArray(requests.state, ['opened', 'closed']));
	const [counted] = await queries.select({ total: count() }).from(requests).where(opened);
	const pages = Math.max(1, Math.ceil(Number(counted?.total ?? 0) / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
	const rows = await queries
		.select()
		.from(requests)
		.where(opened)
		.orderBy(desc(requests.createdAt), requests.id)
		.limit(A_PAGE)
		.offset((page - 1) * A_PAGE);
	const views = await rowViews(core, queries, [...waiting, ...rows]);
	return {
		waiting: views.slice(0, waiting.length),
		opened: views.slice(waiting.length),
		page,
		pages
	};
}

/** How many nobody has opened yet; null for those who handle none. */
export async function waitingCount(queries: Queries, actor: Actor): Promise<number | null> {
	if (actor.kind !== 'staff' || !may('request.see', rolesOf(actor))) return null;
	const { requests } = queries.tables;
	const [counted] = await queries
		.select({ total: count() })
		.from(requests)
		.where(and(handledBy(queries, actor), inArray(requests.state, ['unmatched', 'new'])));
	return Number(counted?.total ?? 0);
}
