import {
	and,
	asc,
	count,
	eq,
	gte,
	inArray,
	isNull,
	lt,
	lte,
	ne,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import type { Gap } from '../../figures/completeness.ts';
import type { Period } from '../../figures/periods.ts';
import { londonMidnight } from '../../language/dates.ts';
import { CONFERENCES } from '../../meetings/kinds.ts';
import type { Queries } from '../db/database.ts';
import { entriesHeldIn } from '../figures/meetings/participation.ts';
import { ofAnyKind } from '../meetings/any-kind.ts';

/** A meeting with something missing; of one of its young people where it is about them alone. */
export interface GapPlace {
	readonly meetingId: string;
	readonly kind: string;
	readonly heldOn: string | null;
	readonly scheduledAt: number | null;
	readonly chairId: string | null;
	readonly youngPersonId: string | null;
	readonly ageBand: string | null;
	readonly code: string | null;
	readonly attended: string | null;
	readonly conveyed: string | null;
}

const RETURNED = 'looked_after_review';
const COUNTED = [RETURNED, ...CONFERENCES];

/** @param today London date */
export interface GapSearch {
	readonly gap: Gap;
	readonly period: Period;
	readonly today: string;
}

/** Whether it is about a young person and not only about a meeting. */
const OF_A_PERSON: readonly Gap[] = ['no_code', 'wrong_code', 'no_profile'];

function condition(queries: Queries, { gap, period, today }: GapSearch): SQL | undefined {
	const { meetings, meetingYoungPeople: entries, youngPeople } = queries.tables;
	const held = and(gte(meetings.heldOn, period.from), lte(meetings.heldOn, period.to));
	const review = entriesHeldIn(queries, period, [RETURNED]);
	switch (gap) {
		case 'no_code':
			return and(review, isNull(entries.participationCode));
		case 'wrong_code':
			return and(
				review,
				or(
					and(eq(entries.participationCode, 'PN0'), ne(entries.ageBand, 'under_4')),
					and(ne(entries.participationCode, 'PN0'), eq(entries.ageBand, 'under_4'))
				)
			);
		case 'no_profile':
			return and(review, or(isNull(youngPeople.sex), isNull(youngPeople.ethnicity)));
		case 'not_closed':
			return and(
				ofAnyKind(queries),
				gte(meetings.scheduledAt, londonMidnight(period.from)),
				lt(meetings.scheduledAt, londonMidnight(today)),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			);
		case 'no_due_date':
			return and(
				inArray(meetings.kind, COUNTED),
				held,
				isNull(meetings.cancelledAt),
				isNull(meetings.dueBy)
			);
		case 'no_conference_record':
			return and(
				inArray(meetings.kind, [...CONFERENCES]),
				held,
				isNull(meetings.cancelledAt),
				isNull(queries.tables.conferenceRecords.meetingId)
			);
	}
}

/** How often each is missing. Those about a code are counted in one go: each would read all reviews anew. */
export async function countGaps(
	queries: Queries,
	search: Omit<GapSearch, 'gap'>
): Promise<Readonly<Record<Gap, number>>> {
	const { meetings, meetingYoungPeople: entries, youngPeople, conferenceRecords } = queries.tables;
	const ofReviews = entriesHeldIn(queries, search.period, [RETURNED]);
	const where = (gap: Gap) => condition(queries, { ...search, gap });
	const times = (gap: Gap) =>
		sql<number>`coalesce(sum(case when ${where(gap)} then 1 else 0 end), 0)`.mapWith(Number);
	const [ofCodes] = await queries
		.select({ no_code: times('no_code'), wrong_code: times('wrong_code') })
		.from(entries)
		.where(ofReviews);
	// Few have none, and whose they are is found first: asked of every entry, each would look up its young person.
	const without = queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(or(isNull(youngPeople.sex), isNull(youngPeople.ethnicity)));
	const [ofProfiles] = await queries
		.select({ no_profile: count() })
		.from(entries)
		.where(and(inArray(entries.youngPersonId, without), ofReviews));
	const ofMeetings = async (gap: Gap): Promise<number> => {
		const [row] = await queries
			.select({ total: count() })
			.from(meetings)
			.leftJoin(conferenceRecords, eq(conferenceRecords.meetingId, meetings.id))
			.where(where(gap));
		return row?.total ?? 0;
	};
	return {
		no_code: ofCodes?.no_code ?? 0,
		wrong_code: ofCodes?.wrong_code ?? 0,
		not_closed: await ofMeetings('not_closed'),
		no_due_date: await ofMeetings('no_due_date'),
		no_conference_record: await ofMeetings('no_conference_record'),
		no_profile: ofProfiles?.no_profile ?? 0
	};
}

/** Where it is missing, the longest ago first. */
export async function listGaps(
	queries: Queries,
	search: GapSearch,
	{ limit, offset }: { readonly limit: number; readonly offset: number }
): Promise<GapPlace[]> {
	const { meetings, meetingYoungPeople: entries, youngPeople, conferenceRecords } = queries.tables;
	const where = condition(queries, search);
	const meeting = {
		meetingId: meetings.id,
		kind: meetings.kind,
		heldOn: meetings.heldOn,
		scheduledAt: meetings.scheduledAt,
		chairId: meetings.chairId
	};
	if (OF_A_PERSON.includes(search.gap))
		return queries
			.select({
				...meeting,
				youngPersonId: entries.youngPersonId,
				ageBand: entries.ageBand,
				code: entries.participationCode,
				attended: entries.attended,
				conveyed: entries.conveyed
			})
			.from(meetings)
			.innerJoin(entries, eq(entries.meetingId, meetings.id))
			.innerJoin(youngPeople, eq(youngPeople.id, entries.youngPersonId))
			.where(where)
			.orderBy(asc(meetings.heldOn), asc(meetings.id), asc(entries.youngPersonId))
			.limit(limit)
			.offset(offset);
	const rows = await queries
		.select(meeting)
		.from(meetings)
		.leftJoin(conferenceRecords, eq(conferenceRecords.meetingId, meetings.id))
		.where(where)
		.orderBy(asc(meetings.heldOn), asc(meetings.scheduledAt), asc(meetings.id))
		.limit(limit)
		.offset(offset);
	return rows.map((row) => ({
		...row,
		youngPersonId: null,
		ageBand: null,
		code: null,
		attended: null,
		conveyed: null
	}));
}
