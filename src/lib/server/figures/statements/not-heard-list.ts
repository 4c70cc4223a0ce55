import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
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
	careToday,
	entriesHeld,
	isSilent,
	lastAgeBand,
	nearMeetings,
	placeIn
} from './not-heard.ts';
import { inAll, pageOf, type Page } from '../page.ts';

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
		when === 'near' ? near.where : entriesHeld(queries, period),
		filters.silent === 'no' ? undefined : isSilent(queries),
		...conditions(core, queries, when, filters)
	);
	const { keys, ...found } = await keysOfPage(queries, { where, when, filters, page: asked.page });
	const rows = await placesOf(queries, keys);

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
		...found,
		rows: rows.map(
			({ youngPersonId, meetingId: id, kind, scheduledAt, heldOn, ...row }): HeardPlace => ({
				youngPerson: { id: youngPersonId, name: people.get(youngPersonId)?.name ?? '' },
				meeting: { id, kind: meetingKindOf(kind), scheduledAt, heldOn },
				officer: staff.get(row.officerId ?? '')?.name ?? null,
				said: row.heard > 0,
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
): Promise<Page<Key & { readonly total: number }>> {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const { meetingId, youngPersonId, countedOn } = meetingYoungPeople;
	const isNear = asked.when === 'near';
	const find = async (offset: number) => {
		const query = queries
			.select({ meetingId, youngPersonId, total: inAll })
			.from(meetingYoungPeople)
			.$dynamic();
		const dated = isNear ? query.innerJoin(meetings, eq(meetings.id, meetingId)) : query;
		const ofPerson = OF_PERSON.some((name) => asked.filters[name] !== undefined);
		return (ofPerson ? dated.innerJoin(youngPeople, eq(youngPeople.id, youngPersonId)) : dated)
			.where(asked.where)
			.orderBy(
				isNear ? asc(meetings.scheduledAt) : desc(countedOn),
				asc(meetingId),
				asc(youngPersonId)
			)
			.limit(A_PAGE)
			.offset(offset);
	};
	return pageOf(A_PAGE, asked.page, find);
}

/** Everything about these, in their order. */
async function placesOf(queries: Queries, keys: readonly Key[]) {
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
			heard: meetingYoungPeople.heard
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
	const { meetingYoungPeople, youngPeople } = queries.tables;
	const columns = {
		kind: meetingYoungPeople.kind,
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
