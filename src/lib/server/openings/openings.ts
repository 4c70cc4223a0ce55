import { and, desc, eq, inArray } from 'drizzle-orm';
import { requestKindOf } from '../../rights/requests.ts';
import { londonDate } from '../../language/dates.ts';
import { demandOwn, type Actor, type YoungPersonActor } from '../access.ts';
import { ROLES, type Role } from '../roles.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';
import { titleOf } from '../statements/trail.ts';
import { copied, fetched, programsByIds } from './programs.ts';
import type { Opening, OpeningsView, OpeningView } from './views.ts';

const A_PAGE = 20;
const ACTIONS = {
	'picture.opened': 'picture',
	'sound.opened': 'sound',
	'request.opened': 'request',
	'young_person.seen': 'details',
	'participation_plan.opened': 'plan'
} as const;

export type Openings = ReturnType<typeof createOpenings>;

/** Who opened what of a young person, and when, told to them. Nobody reads without a trace, and this is where it leads. */
export function createOpenings(core: Core) {
	const { read } = core.database;
	return {
		async list(actor: Actor, input: { readonly page?: number }): Promise<OpeningsView> {
			demandOwn('statement.read_own', actor);
			const all = oncePerDay([
				...(await ofStatements(read, actor)),
				...(await fromTheChain(read, actor)),
				...(await fetched(read, actor.id)),
				...(await copied(read, actor.id))
			]);
			const pages = Math.max(1, Math.ceil(all.length / A_PAGE));
			const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
			const shown = all.slice((page - 1) * A_PAGE, page * A_PAGE);
			return { openings: await told(core, read, actor, shown), page, pages };
		}
	};
}

async function ofStatements(queries: Queries, { id }: YoungPersonActor): Promise<Opening[]> {
	const { statements, statementOpenings } = queries.tables;
	const rows = await queries
		.select({
			at: statementOpenings.openedAt,
			staffId: statementOpenings.staffId,
			id: statementOpenings.statementId
		})
		.from(statementOpenings)
		.innerJoin(statements, eq(statements.id, statementOpenings.statementId))
		.where(eq(statements.youngPersonId, id));
	return rows.map((row) => ({ ...row, how: 'opened', on: null, what: 'statement' }));
}

async function fromTheChain(queries: Queries, { id }: YoungPersonActor): Promise<Opening[]> {
	const { auditEntries } = queries.tables;
	const rows = await queries
		.select({
			at: auditEntries.at,
			staffId: auditEntries.actorId,
			action: auditEntries.action,
			id: auditEntries.subjectId
		})
		.from(auditEntries)
		.where(
			and(
				eq(auditEntries.youngPersonId, id),
				eq(auditEntries.actorKind, 'staff'),
				inArray(auditEntries.action, Object.keys(ACTIONS))
			)
		)
		.orderBy(desc(auditEntries.seq));
	return rows.map(({ at, staffId, action, id: subjectId }) => ({
		at,
		how: 'opened',
		on: null,
		staffId: staffId ?? '',
		what: ACTIONS[action as keyof typeof ACTIONS],
		id: subjectId ?? ''
	}));
}

/** The first time of each day; a page read twice in a morning must not look like two people. */
function oncePerDay(openings: readonly Opening[]): Opening[] {
	const first = new Map<string, Opening>();
	for (const one of [...openings].sort((a, b) => a.at - b.at)) {
		const key = [londonDate(one.at), one.staffId, one.how, one.what, one.id].join(' ');
		if (!first.has(key)) first.set(key, one);
	}
	return [...first.values()].sort((a, b) => b.at - a.at);
}

async function told(
	core: Core,
	queries: Queries,
	{ id }: YoungPersonActor,
	openings: readonly Opening[]
): Promise<OpeningView[]> {
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ officerId: youngPeople.officerId, workerId: youngPeople.socialWorkerId })
		.from(youngPeople)
		.where(eq(youngPeople.id, id));
	const staffIds = openings.map(({ staffId }) => staffId);
	const names = await staffByIds(core, queries, staffIds);
	const programs = await programsByIds(queries, staffIds);
	const roles = await rolesById(queries, staffIds);
	const requests = await requestsById(queries, openings);
	const statements = await statementsOf(queries, openings, requests);
	return openings.map(({ at, how, on, staffId, what, id: subjectId }) => ({
		at,
		how,
		on,
		by: names.get(staffId)?.name ?? programs.get(staffId) ?? '',
		role:
			staffId === person?.officerId
				? 'officer'
				: staffId === person?.workerId
					? 'worker'
					: (roles.get(staffId) ?? null),
		what,
		statement: statements.get(subjectId) ?? null,
		request: requests.get(subjectId)?.kind ?? null
	}));
}

async function rolesById(queries: Queries, ids: readonly string[]): Promise<Map<string, Role>> {
	const { staffRoles } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries.select().from(staffRoles).where(inArray(staffRoles.staffId, chunk))
	);
	const roles = new Map<string, Role>();
	for (const role of ROLES.toReversed())
		for (const row of rows) if (row.role === role) roles.set(row.staffId, role);
	return roles;
}

async function requestsById(queries: Queries, openings: readonly Opening[]) {
	const { requests } = queries.tables;
	const rows = await inChunks(idsOf(openings, 'request'), (chunk) =>
		queries
			.select({
				id: requests.id,
				kind: requests.kind,
				statementId: requests.statementId
			})
			.from(requests)
			.where(inArray(requests.id, chunk))
	);
	return new Map(
		rows.map(({ id, kind, statementId }) => [id, { kind: requestKindOf(kind), statementId }])
	);
}

/** By the id of whatever was opened: the statement itself, or the one a picture, voice note or request belongs to. */
async function statementsOf(
	queries: Queries,
	openings: readonly Opening[],
	requests: Awaited<ReturnType<typeof requestsById>>
): Promise<Map<string, NonNullable<OpeningView['statement']>>> {
	const { statements } = queries.tables;
	const belongsTo = new Map<string, string>(
		idsOf(openings, 'statement').map((id) => [id, id] as const)
	);
	for (const [id, { statementId }] of requests) if (statementId) belongsTo.set(id, statementId);
	for (const kind of ['picture', 'sound'] as const) {
		const files = queries.tables[kind === 'picture' ? 'pictures' : 'sounds'];
		const rows = await inChunks(idsOf(openings, kind), (chunk) =>
			queries
				.select({ id: files.id, statementId: files.statementId })
				.from(files)
				.where(inArray(files.id, chunk))
		);
		for (const { id, statementId } of rows) if (statementId) belongsTo.set(id, statementId);
	}
	const rows = await inChunks([...belongsTo.values()], (chunk) =>
		queries
			.select({
				id: statements.id,
				formId: statements.formId,
				title: statements.title,
				takenBackAt: statements.takenBackAt
			})
			.from(statements)
			.where(inArray(statements.id, chunk))
	);
	const there = new Map(
		rows
			.filter(({ takenBackAt }) => takenBackAt === null)
			.map(({ id, formId, title }) => [id, { id, formId, title: titleOf(title) }])
	);
	const found = new Map<string, NonNullable<OpeningView['statement']>>();
	for (const [id, statementId] of belongsTo) {
		const statement = there.get(statementId);
		if (statement) found.set(id, statement);
	}
	return found;
}

const idsOf = (openings: readonly Opening[], what: OpeningView['what']): string[] =>
	openings.filter((one) => one.what === what).map(({ id }) => id);
