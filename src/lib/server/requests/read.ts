import { and, asc, count, desc, eq, inArray, lt, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import {
	handlerOf,
	REQUEST_KINDS,
	requestKindOf,
	type RequestKind
} from '../../rights/requests.ts';
import { THEIR_TURN } from '../../rights/stages.ts';
import { demandOfStaff, demandOwn, may, rolesOf, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { activeProviders } from './providers.ts';
import { namesIn, requestStateOf, rowViews } from './rows.ts';
import { handledBy, toBeGiven, type RequestRow } from './standings.ts';
import { SHOWN, type OwnRequest, type RequestList, type RequestRowView } from './views.ts';

const A_PAGE = 25;
/** More than anybody has waiting. */
const MOST_WAITING = 500;
const OPEN = ['unmatched', 'new', 'opened'];

/** What a young person asked for, newest first. What they took back is not among it. */
export async function listOwn(core: Core, queries: Queries, actor: Actor): Promise<OwnRequest[]> {
	demandOwn('request.see_own', actor);
	const { requests } = queries.tables;
	const rows = await queries
		.select()
		.from(requests)
		.where(and(eq(requests.youngPersonId, actor.id), ne(requests.state, 'withdrawn')))
		.orderBy(desc(requests.createdAt), requests.id);
	return ownRequests(core, queries, rows);
}

export async function ownRequests(
	core: Core,
	queries: Queries,
	rows: readonly RequestRow[]
): Promise<OwnRequest[]> {
	if (rows.length === 0) return [];
	const named = await namesIn(core, queries, rows);
	return rows.map((row) => ({
		id: row.id,
		kind: requestKindOf(row.kind),
		statementId: row.statementId,
		fromStatementId: row.fromStatementId,
		state: requestStateOf(row.state),
		createdAt: row.createdAt,
		handler: handlerOf(requestKindOf(row.kind)),
		openedAt: row.openedAt,
		...named(row)
	}));
}

interface Asked {
	readonly page?: number;
	readonly kind?: string | null;
	readonly show?: string | null;
}

/** The requests somebody handles, what has to be done next first. Nobody’s words are opened for it. */
export async function list(
	core: Core,
	queries: Queries,
	actor: Actor,
	input: Asked
): Promise<RequestList> {
	demandOfStaff('request.see', actor);
	const { requests } = queries.tables;
	const theirs = await handledBy(queries, actor);
	const show = SHOWN.find((one) => one === input.show) ?? 'open';
	const kind = REQUEST_KINDS.find((one) => one === input.kind) ?? null;
	const open = inArray(requests.state, OPEN);
	const closed = eq(requests.state, 'closed');
	const late = isOverdue(queries, londonDate(core.now()));
	const counts = {
		open: await countOf(queries, and(theirs, open)),
		late: await countOf(queries, and(theirs, open, late)),
		closed: await countOf(queries, and(theirs, closed))
	};
	const wanted = and(
		theirs,
		show === 'open' ? open : closed,
		kind === null ? undefined : eq(requests.kind, kind)
	);
	const pages = Math.max(1, Math.ceil((await countOf(queries, wanted)) / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
	const nothingToDo = sql`case when ${requests.stageDueOn} is null or ${inArray(requests.stage, [...THEIR_TURN])} then 1 else 0 end`;
	const rows = await queries
		.select()
		.from(requests)
		.where(wanted)
		.orderBy(
			...(show === 'open'
				? [asc(nothingToDo), asc(requests.stageDueOn), asc(requests.createdAt)]
				: [desc(requests.closedAt)]),
			requests.id
		)
		.limit(A_PAGE)
		.offset((page - 1) * A_PAGE);
	const giving = await waitingToBeGiven(queries, actor);
	const views = await rowViews(core, queries, [...rows, ...giving]);
	return {
		show,
		kind,
		rows: views.slice(0, rows.length),
		page,
		pages,
		counts,
		kinds: kindsOf(actor),
		toGive: views.slice(rows.length),
		providers: giving.length > 0 ? await activeProviders(queries) : []
	};
}

/** Those nobody has opened yet, or of whom nobody has said who asked; what is due first comes first. */
export async function waiting(
	core: Core,
	queries: Queries,
	actor: Actor
): Promise<RequestRowView[]> {
	demandOfStaff('request.see', actor);
	const { requests } = queries.tables;
	const rows = await queries
		.select()
		.from(requests)
		.where(and(await handledBy(queries, actor), inArray(requests.state, ['unmatched', 'new'])))
		.orderBy(asc(requests.createdAt), requests.id)
		.limit(MOST_WAITING);
	return rowViews(core, queries, rows);
}

/** How many nobody has opened or given to a service yet; null for those who handle none. */
export async function waitingCount(queries: Queries, actor: Actor): Promise<number | null> {
	if (actor.kind !== 'staff' || !may('request.see', rolesOf(actor))) return null;
	const { requests } = queries.tables;
	const unopened = await countOf(
		queries,
		and(await handledBy(queries, actor), inArray(requests.state, ['unmatched', 'new']))
	);
	const open = may('request.give', rolesOf(actor)) ? await toBeGiven(queries, actor) : undefined;
	return unopened + (open ? await countOf(queries, open) : 0);
}

/** Whoever handles it had to act before today. */
export function isOverdue(queries: Queries, today: string): SQL | undefined {
	const { requests } = queries.tables;
	return and(lt(requests.stageDueOn, today), notInArray(requests.stage, [...THEIR_TURN]));
}

async function waitingToBeGiven(queries: Queries, actor: StaffActor): Promise<RequestRow[]> {
	if (!may('request.give', rolesOf(actor))) return [];
	const open = await toBeGiven(queries, actor);
	if (!open) return [];
	const { requests } = queries.tables;
	return queries
		.select()
		.from(requests)
		.where(open)
		.orderBy(asc(requests.createdAt), requests.id)
		.limit(MOST_WAITING);
}

function kindsOf({ roles }: StaffActor): RequestKind[] {
	return REQUEST_KINDS.filter((kind) => {
		const handler = handlerOf(kind);
		return handler === 'officer' ? roles.includes('iro') : roles.includes(handler);
	});
}

async function countOf(queries: Queries, which: SQL | undefined): Promise<number> {
	const { requests } = queries.tables;
	const [counted] = await queries.select({ total: count() }).from(requests).where(which);
	return Number(counted?.total ?? 0);
}
