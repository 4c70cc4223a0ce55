import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type {
	ListedMeeting,
	ListFilters,
	MeetingsListView,
	Sending
} from '../../../figures/meeting-figures.ts';
import type { Period } from '../../../figures/periods.ts';
import { londonDate } from '../../../language/dates.ts';
import { MEETING_KINDS, meetingKindOf } from '../../../meetings/kinds.ts';
import { participationCodeOf } from '../../../meetings/participation.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { staffByIds } from '../../people/staff-names.ts';
import { youngPeopleByIds } from '../../people/young-people-names.ts';
import { inAll, pageOf } from '../page.ts';
import { asksOfDays, asksOfMore, conditionsOf, isPerChild, readFilters } from './filters.ts';
import { clocksOf, heldIn, type Clocks } from './held.ts';
import { ageBandIn, entriesHeldIn } from './participation.ts';

const A_PAGE = 50;

/** The meetings behind a figure, the latest first. */
export async function listMeetings(
	core: Core,
	queries: Queries,
	period: Period,
	given: ListFilters,
	pageAsked = 1
): Promise<MeetingsListView> {
	const filters = readFilters(given);
	const perChild = isPerChild(filters);
	const clocks = await clocksOf(core, queries, period);
	const find = perChild ? entriesFrom : meetingsFrom;
	const { keys, ...found } = await pageOf(A_PAGE, pageAsked, (offset) =>
		find(queries, { period, filters, clocks, offset })
	);
	const byId = await meetingsByIds(
		queries,
		keys.map(({ meetingId }) => meetingId)
	);
	const rows = keys.flatMap(({ meetingId, youngPersonId }) => {
		const row = byId.get(meetingId);
		return row ? [{ ...row, meetingId, youngPersonId, due: clocks.due.get(row.heldOn ?? '') }] : [];
	});

	const covered = await childrenOf(
		core,
		queries,
		rows.map(({ meetingId }) => meetingId)
	);
	const staff = await staffByIds(core, queries, [
		...new Set(rows.flatMap(({ chairId }) => chairId ?? []))
	]);
	const today = londonDate(core.now());
	return {
		period,
		filters,
		per: perChild ? 'child' : 'meeting',
		...found,
		rows: rows.map(({ meetingId, youngPersonId, ...row }) => ({
			meetingId,
			kind: meetingKindOf(row.kind),
			heldOn: row.heldOn ?? '',
			dueBy: row.dueBy,
			inTime: row.dueBy === null ? 'unknown' : (row.heldOn ?? '') <= row.dueBy ? 'yes' : 'no',
			decisions: sendingOf(row.decisionsSentOn, row.due?.decisionsBy ?? '', today),
			records: sendingOf(row.recordSentOn, row.due?.recordBy ?? '', today),
			chair: staff.get(row.chairId ?? '')?.name ?? null,
			youngPeople: (covered.get(meetingId) ?? []).filter(
				({ id }) => youngPersonId === null || id === youngPersonId
			)
		}))
	};
}

interface Asked {
	readonly period: Period;
	readonly filters: ListFilters;
	readonly clocks: Clocks;
	readonly offset: number;
}

interface Key {
	readonly meetingId: string;
	readonly youngPersonId: string | null;
	readonly total: number;
}

/** Which meetings are on a page, and how many there are in all: from an index alone, but for what runs from their day. */
async function meetingsFrom(
	queries: Queries,
	{ period, filters, clocks, offset }: Asked
): Promise<Key[]> {
	const { meetings } = queries.tables;
	const columns = { meetingId: meetings.id, total: inAll };
	const held = and(
		...heldIn(queries, period, MEETING_KINDS),
		...conditionsOf(queries, filters, clocks)
	);
	const query = asksOfDays(filters)
		? queries
				.select(columns)
				.from(clocks.days)
				.crossJoin(meetings)
				.where(and(clocks.on, held))
				.$dynamic()
		: queries.select(columns).from(meetings).where(held).$dynamic();
	const rows = await query
		.orderBy(desc(meetings.heldOn), asc(meetings.id))
		.limit(A_PAGE)
		.offset(offset);
	return rows.map((row) => ({ ...row, youngPersonId: null }));
}

/** The same of young people at meetings. */
async function entriesFrom(
	queries: Queries,
	{ period, filters, clocks, offset }: Asked
): Promise<Key[]> {
	const { meetings, meetingYoungPeople: entries, youngPeople } = queries.tables;
	const { meetingId, youngPersonId, countedOn } = entries;
	const columns = { meetingId, youngPersonId, total: inAll };
	const held = and(
		entriesHeldIn(queries, period, MEETING_KINDS),
		...conditionsOf(queries, filters, clocks)
	);
	const query = asksOfDays(filters)
		? queries
				.select(columns)
				.from(clocks.days)
				.crossJoin(entries)
				.innerJoin(meetings, eq(meetings.id, meetingId))
				.innerJoin(youngPeople, eq(youngPeople.id, youngPersonId))
				.where(and(clocks.onEntry, held))
				.$dynamic()
		: asksOfMore(filters)
			? queries
					.select(columns)
					.from(entries)
					.innerJoin(meetings, eq(meetings.id, meetingId))
					.innerJoin(youngPeople, eq(youngPeople.id, youngPersonId))
					.where(held)
					.$dynamic()
			: queries.select(columns).from(entries).where(held).$dynamic();
	return query
		.orderBy(desc(countedOn), asc(meetingId), asc(youngPersonId))
		.limit(A_PAGE)
		.offset(offset);
}

async function meetingsByIds(queries: Queries, ids: readonly string[]) {
	const { meetings } = queries.tables;
	const { id, kind, heldOn, dueBy, chairId, decisionsSentOn, recordSentOn } = meetings;
	const rows = await queries
		.select({ id, kind, heldOn, dueBy, chairId, decisionsSentOn, recordSentOn })
		.from(meetings)
		.where(inArray(id, [...new Set(ids)]));
	return new Map(rows.map((row) => [row.id, row]));
}

function sendingOf(sentOn: string | null, dueOn: string, today: string): Sending {
	if (sentOn !== null) return { sentOn, dueOn, state: sentOn <= dueOn ? 'in_time' : 'late' };
	return { sentOn, dueOn, state: dueOn < today ? 'late' : 'running' };
}

async function childrenOf(
	core: Core,
	queries: Queries,
	meetingIds: readonly string[]
): Promise<Map<string, ListedMeeting['youngPeople'][number][]>> {
	const { meetingYoungPeople: entries } = queries.tables;
	const rows = await queries
		.select({
			meetingId: entries.meetingId,
			id: entries.youngPersonId,
			ageBand: entries.ageBand,
			code: entries.participationCode
		})
		.from(entries)
		.where(inArray(entries.meetingId, [...new Set(meetingIds)]));
	const people = await youngPeopleByIds(
		core,
		queries,
		rows.map(({ id }) => id)
	);
	const { compare } = new Intl.Collator('en');
	const named = rows
		.map(({ meetingId, id, ageBand, code }) => ({
			meetingId,
			child: {
				id,
				name: people.get(id)?.name ?? '',
				ageBand: ageBandIn(ageBand),
				code: participationCodeOf(code)
			}
		}))
		.sort((a, b) => compare(a.child.name, b.child.name));
	return new Map(
		[...Map.groupBy(named, ({ meetingId }) => meetingId)].map(([meetingId, of]) => [
			meetingId,
			of.map(({ child }) => child)
		])
	);
}
