import { and, asc, count, desc, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import { CONCERN_COLOURS } from '../../rights/concerns.ts';
import { demandOfStaff, may, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { readStages } from '../council/stages.ts';
import type { Queries } from '../db/database.ts';
import { isId } from '../ids.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { rowViews } from './rows.ts';
import { concernsOf, standingsForConcerns } from './standings.ts';
import type { ConcernList } from './views.ts';

const A_PAGE = 25;

const filters = v.object({
	closed: v.optional(v.boolean(), false),
	colour: v.fallback(v.nullable(v.picklist(CONCERN_COLOURS)), null),
	stage: v.optional(v.nullable(v.string()), null),
	officerId: v.optional(v.nullable(v.string()), null),
	youngPersonId: v.optional(v.nullable(v.string()), null),
	page: v.optional(v.number(), 1)
});
export interface ConcernFilters {
	readonly closed?: boolean;
	readonly colour?: string | null;
	readonly stage?: string | null;
	readonly officerId?: string | null;
	readonly youngPersonId?: string | null;
	readonly page?: number;
}

/** The concerns an officer or a manager has before them, what is due first on top. Nobody's words are opened for it. */
export async function list(
	core: Core,
	queries: Queries,
	actor: Actor,
	given: ConcernFilters
): Promise<ConcernList> {
	demandOfStaff('concern.list', actor);
	const wanted = v.parse(filters, { colour: null, ...given });
	const { concerns, youngPeople } = queries.tables;
	const stages = await readStages(queries);
	const theirs = concernsOf(queries, actor);
	const where = and(
		theirs,
		wanted.closed ? isNotNull(concerns.closedAt) : isNull(concerns.closedAt),
		wanted.colour === null ? undefined : eq(concerns.colour, wanted.colour),
		wanted.stage === null ? undefined : eq(concerns.stage, wanted.stage),
		wanted.officerId === null ? undefined : eq(youngPeople.officerId, wanted.officerId),
		wanted.youngPersonId === null ? undefined : eq(concerns.youngPersonId, wanted.youngPersonId)
	);
	const total = await counted(queries, where);
	const pages = Math.max(1, Math.ceil(total / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(wanted.page) || 1));
	const rows = await queries
		.select({ concern: concerns, officerId: youngPeople.officerId })
		.from(concerns)
		.innerJoin(youngPeople, eq(youngPeople.id, concerns.youngPersonId))
		.where(where)
		.orderBy(
			...(wanted.closed ? [desc(concerns.closedAt)] : [asc(concerns.stageDueOn)]),
			concerns.id
		)
		.limit(A_PAGE)
		.offset((page - 1) * A_PAGE);
	const views = await rowViews(core, queries, rows, stages);
	return {
		rows: views,
		page,
		pages,
		late: await counted(
			queries,
			and(theirs, isNull(concerns.closedAt), lt(concerns.stageDueOn, londonDate(core.now())))
		),
		stages,
		officers: await officersOf(core, queries, actor, theirs),
		youngPerson: await personOf(core, queries, actor, wanted.youngPersonId, theirs)
	};
}

async function counted(queries: Queries, where: SQL | undefined): Promise<number> {
	const { concerns, youngPeople } = queries.tables;
	const [row] = await queries
		.select({ total: count() })
		.from(concerns)
		.innerJoin(youngPeople, eq(youngPeople.id, concerns.youngPersonId))
		.where(where);
	return Number(row?.total ?? 0);
}

/** Whose concerns a manager can choose among. */
async function officersOf(
	core: Core,
	queries: Queries,
	actor: StaffActor,
	theirs: SQL | undefined
): Promise<ConcernList['officers']> {
	if (!actor.roles.includes('manager')) return [];
	const { concerns, youngPeople } = queries.tables;
	const rows = await queries
		.selectDistinct({ id: youngPeople.officerId })
		.from(concerns)
		.innerJoin(youngPeople, eq(youngPeople.id, concerns.youngPersonId))
		.where(theirs);
	const ids = rows.flatMap(({ id }) => id ?? []);
	const staff = await staffByIds(core, queries, ids);
	const { compare } = new Intl.Collator('en');
	return ids
		.map((id) => ({ id, name: staff.get(id)?.name ?? '' }))
		.sort((a, b) => compare(a.name, b.name));
}

/** Who the list is narrowed to: named to those alone who have a concern of theirs, or are their officer. */
async function personOf(
	core: Core,
	queries: Queries,
	actor: StaffActor,
	youngPersonId: string | null,
	theirs: SQL | undefined
): Promise<ConcernList['youngPerson']> {
	if (youngPersonId === null || !isId(youngPersonId)) return null;
	const { concerns } = queries.tables;
	const known =
		(await counted(queries, and(theirs, eq(concerns.youngPersonId, youngPersonId)))) > 0 ||
		may('concern.raise', await standingsForConcerns(queries, actor, youngPersonId));
	if (!known) return null;
	const person = (await youngPeopleByIds(core, queries, [youngPersonId])).get(youngPersonId);
	return person ? { id: person.id, name: person.name, age: person.age } : null;
}
