import { and, asc, desc, eq, inArray, isNull, not, sql, type SQL } from 'drizzle-orm';
import { AGE_BANDS } from '../../../figures/age-bands.ts';
import { NOT_KNOWN } from '../../../figures/meeting-figures.ts';
import {
	HEARD_DIMENSIONS,
	HEARD_FILTERS,
	type HeardAsked,
	type HeardFilters,
	type HeardListView,
	type HeardPlace
} from '../../../figures/not-heard.ts';
import type { Period } from '../../../figures/periods.ts';
import { CARE_STATUSES } from '../../../meetings/care.ts';
import { meetingKindOf } from '../../../meetings/kinds.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { isId } from '../../ids.ts';
import { gettingOnOf } from '../../people/getting-on.ts';
import { staffByIds } from '../../people/staff-names.ts';
import { youngPeopleByIds } from '../../people/young-people-names.ts';
import {
	cameOf,
	careToday,
	heldMeetings,
	lastAgeBand,
	nearMeetings,
	placeIn
} from './not-heard.ts';
import { onePage } from './page.ts';

const A_PAGE = 25;

/** The young people behind a number: which meeting, whose officer, whether they were asked and can sign in. */
export async function listHeard(
	core: Core,
	queries: Queries,
	period: Period,
	asked: HeardAsked & { readonly weeks: number | null }
): Promise<HeardListView> {
	const { when } = asked;
	const near = await nearMeetings(core, queries, asked.weeks);
	const filters = readHeardFilters(asked.filters);
	const where = and(
		when === 'near' ? near.where : heldMeetings(queries, period),
		filters.silent === 'no' ? undefined : not(cameOf(queries)),
		...conditions(core, queries, when, filters)
	);
	const { keys, total } = await keysOfPage(queries, { where, when, filters, page: asked.page });
	const { page, pages } = onePage(total, A_PAGE, asked.page);
	const rows = await placesOf(queries, keys, filters.silent === 'no');

	const ids = rows.map(({ youngPersonId }) => youngPersonId);
	const people = await youngPeopleByIds(core, queries, ids);
	const gettingOn = await gettingOnOf(core, queries, [...new Set(ids)]);
	const worker = filters.officer ?? filters.social_worker ?? '';
	const staff = await staffByIds(core, queries, [
		...rows.flatMap(({ officerId }) => officerId ?? []),
		...(isId(worker) ? [worker] : [])
	]);
	return {
		when,
		ahead: near.ahead,
		period,
		filters,
		staffName: staff.get(worker)?.name ?? null,
		total,
		page,
		pages,
		rows: rows.map(
			({ youngPersonId, meetingId: id, kind, scheduledAt, heldOn, ...row }): HeardPlace => ({
				youngPerson: { id: youngPersonId, name: people.get(youngPersonId)?.name ?? '' },
				meeting: { id, kind: meetingKindOf(kind), scheduledAt, heldOn },
				officer: staff.get(row.officerId ?? '')?.name ?? null,
				said: row.said === 1,
				invitedAt: row.invitedAt,
				invitedAgainAt: row.invitedAgainAt,
				gettingOn: gettingOn.get(youngPersonId)?.state ?? 'no_account'
			})
		)
	};
}

interface Key {
	readonly meetingId: string;
	readonly youngPersonId: string;
}

/** Which they are on one page, and how many in all: from indexes alone, as long as nothing is asked of anybody. */
async function keysOfPage(
	queries: Queries,
	asked: {
		readonly where: SQL | undefined;
		readonly when: HeardAsked['when'];
		readonly filters: HeardFilters;
		readonly page: number | undefined;
	}
): Promise<{ readonly keys: readonly Key[]; readonly total: number }> {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const { meetingId, youngPersonId } = meetingYoungPeople;
	const find = (offset: number) => {
		const query = queries
			.select({ meetingId, youngPersonId, total: sql`count(*) over ()`.mapWith(Number) })
			.from(meetings)
			.innerJoin(meetingYoungPeople, eq(meetingId, meetings.id))
			.$dynamic();
		const ofPerson = OF_PERSON.some((name) => asked.filters[name] !== undefined);
		return (ofPerson ? query.innerJoin(youngPeople, eq(youngPeople.id, youngPersonId)) : query)
			.where(asked.where)
			.orderBy(
				asked.when === 'near' ? asc(meetings.scheduledAt) : desc(meetings.heldOn),
				asc(meetings.id),
				asc(youngPersonId)
			)
			.limit(A_PAGE)
			.offset(offset);
	};
	const { offset } = onePage(Number.MAX_SAFE_INTEGER, A_PAGE, asked.page);
	const keys = await find(offset);
	const [found] = keys;
	if (found || offset === 0) return { keys, total: found?.total ?? 0 };
	// Beyond the last page: that one is shown.
	const [first] = await find(0);
	const total = first?.total ?? 0;
	return { keys: await find(onePage(total, A_PAGE, asked.page).offset), total };
}

/** Everything about these, in their order. @param mayHaveSaid whether anything came of some of them */
async function placesOf(queries: Queries, keys: readonly Key[], mayHaveSaid: boolean) {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const rows = await queries
		.select({
			meetingId: meetings.id,
			kind: meetings.kind,
			scheduledAt: meetings.scheduledAt,
			heldOn: meetings.heldOn,
			youngPersonId: meetingYoungPeople.youngPersonId,
			officerId: youngPeople.officerId,
			invitedAt: meetingYoungPeople.invitedAt,
			invitedAgainAt: meetingYoungPeople.invitedAgainAt,
			said: (mayHaveSaid
				? sql<number>`case when ${cameOf(queries)} then 1 else 0 end`
				: sql<number>`0`
			).mapWith(Number)
		})
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(inArray(meetings.id, [...new Set(keys.map(({ meetingId }) => meetingId))]));
	const byKey = new Map(rows.map((row) => [`${row.meetingId} ${row.youngPersonId}`, row]));
	return keys.flatMap(
		({ meetingId, youngPersonId }) => byKey.get(`${meetingId} ${youngPersonId}`) ?? []
	);
}

/** What an address asks for, without what is no filter: a link that somebody changed shows more, and never fails. */
function readHeardFilters(given: HeardFilters): HeardFilters {
	return Object.fromEntries(
		HEARD_FILTERS.flatMap((name) => {
			const value = given[name];
			const fits = name === 'silent' ? value === 'no' : value;
			return fits ? [[name, value]] : [];
		})
	);
}

/** For the chain of what was done: codes stand there, and what somebody’s people are like does not. */
export const heardCodes = (filters: HeardFilters): Record<string, string> =>
	Object.fromEntries(
		Object.entries(filters).map(([name, value]) => [
			name,
			WORKERS_AND_KINDS.includes(name) ? value : 'set'
		])
	);

/** What is asked of the young person: the rest, of their place at the meeting. */
const OF_PERSON = HEARD_DIMENSIONS.filter((name) => name !== 'kind');

const WORKERS_AND_KINDS = ['kind', 'silent', 'officer', 'social_worker'];

function conditions(
	core: Core,
	queries: Queries,
	when: HeardAsked['when'],
	filters: HeardFilters
): SQL[] {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const columns = {
		kind: meetings.kind,
		sex: youngPeople.sex,
		ethnicity: youngPeople.ethnicity,
		disabled: youngPeople.disabled,
		unaccompanied: youngPeople.unaccompanied,
		language: youngPeople.language,
		team: youngPeople.team,
		officer: youngPeople.officerId,
		social_worker: youngPeople.socialWorkerId
	};
	const coded = {
		age: {
			codes: AGE_BANDS as readonly string[],
			place: when === 'near' ? lastAgeBand(queries) : placeIn(AGE_BANDS, meetingYoungPeople.ageBand)
		},
		care_status: {
			codes: CARE_STATUSES as readonly string[],
			place: careToday(core, queries)
		}
	};
	return HEARD_DIMENSIONS.flatMap((name) => {
		const value = filters[name];
		if (value === undefined) return [];
		if (name === 'age' || name === 'care_status') {
			const { codes, place } = coded[name];
			// As a case: PostgreSQL takes it for half of them, and would take an equality for hardly anybody, and go through
			// all the meetings they ever had.
			return value === NOT_KNOWN
				? isNull(place)
				: sql`case when ${place} = ${codes.indexOf(value)} then true else false end`;
		}
		return value === NOT_KNOWN ? isNull(columns[name]) : eq(columns[name], value);
	});
}
