import { and, asc, count, desc, eq, isNull, not, sql, type SQL } from 'drizzle-orm';
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
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const { when } = asked;
	const near = await nearMeetings(core, queries, asked.weeks);
	const filters = readHeardFilters(asked.filters);
	const where = and(
		when === 'near' ? near.where : heldMeetings(queries, period),
		filters.silent === 'no' ? undefined : not(cameOf(queries)),
		...conditions(core, queries, when, filters)
	);
	const [row] = await queries
		.select({ total: count() })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(where);
	const total = row?.total ?? 0;
	const { page, pages, offset } = onePage(total, A_PAGE, asked.page);
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
			said: sql<number>`case when ${cameOf(queries)} then 1 else 0 end`.mapWith(Number)
		})
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(where)
		.orderBy(
			when === 'near' ? asc(meetings.scheduledAt) : desc(meetings.heldOn),
			asc(meetings.id),
			asc(meetingYoungPeople.youngPersonId)
		)
		.limit(A_PAGE)
		.offset(offset);

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
			return value === NOT_KNOWN ? isNull(place) : sql`${place} = ${codes.indexOf(value)}`;
		}
		return value === NOT_KNOWN ? isNull(columns[name]) : eq(columns[name], value);
	});
}
