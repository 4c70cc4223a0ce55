import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
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
import { conditionsOf, isPerChild, readFilters } from './filters.ts';
import { clocksOf, heldIn } from './held.ts';
import { ageBandIn } from './participation.ts';

const A_PAGE = 50;

/** The meetings behind a figure, the latest first. */
export async function listMeetings(
	core: Core,
	queries: Queries,
	period: Period,
	given: ListFilters,
	pageAsked = 1
): Promise<MeetingsListView> {
	const { meetings, meetingYoungPeople: entries, youngPeople } = queries.tables;
	const filters = readFilters(given);
	const perChild = isPerChild(filters);
	const clocks = await clocksOf(core, queries, period);
	const where = and(
		clocks.on,
		...heldIn(queries, period, MEETING_KINDS),
		...conditionsOf(queries, filters, clocks)
	);
	const columns = {
		meetingId: meetings.id,
		kind: meetings.kind,
		heldOn: meetings.heldOn,
		dueBy: meetings.dueBy,
		chairId: meetings.chairId,
		decisionsSentOn: meetings.decisionsSentOn,
		decisionsBy: clocks.decisions.dueOn,
		recordSentOn: meetings.recordSentOn,
		recordBy: clocks.records.dueOn
	};
	const counting = queries
		.select({ count: count() })
		.from(clocks.days)
		.crossJoin(meetings)
		.$dynamic();
	const ofChildren = <T extends typeof counting>(query: T) =>
		query
			.innerJoin(entries, eq(entries.meetingId, meetings.id))
			.innerJoin(youngPeople, eq(youngPeople.id, entries.youngPersonId));
	const [{ count: total } = { count: 0 }] = await (
		perChild ? ofChildren(counting) : counting
	).where(where);
	const pages = Math.max(1, Math.ceil(total / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(pageAsked) || 1));
	const window = { limit: A_PAGE, offset: (page - 1) * A_PAGE };

	const rows = perChild
		? await queries
				.select({ ...columns, youngPersonId: entries.youngPersonId })
				.from(clocks.days)
				.crossJoin(meetings)
				.innerJoin(entries, eq(entries.meetingId, meetings.id))
				.innerJoin(youngPeople, eq(youngPeople.id, entries.youngPersonId))
				.where(where)
				.orderBy(desc(meetings.heldOn), asc(meetings.id), asc(entries.youngPersonId))
				.limit(window.limit)
				.offset(window.offset)
		: (
				await queries
					.select(columns)
					.from(clocks.days)
					.crossJoin(meetings)
					.where(where)
					.orderBy(desc(meetings.heldOn), asc(meetings.id))
					.limit(window.limit)
					.offset(window.offset)
			).map((row) => ({ ...row, youngPersonId: null }));

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
		total,
		page,
		pages,
		rows: rows.map(({ meetingId, youngPersonId, ...row }) => ({
			meetingId,
			kind: meetingKindOf(row.kind),
			heldOn: row.heldOn ?? '',
			dueBy: row.dueBy,
			inTime: row.dueBy === null ? 'unknown' : (row.heldOn ?? '') <= row.dueBy ? 'yes' : 'no',
			decisions: sendingOf(row.decisionsSentOn, row.decisionsBy, today),
			records: sendingOf(row.recordSentOn, row.recordBy, today),
			chair: staff.get(row.chairId ?? '')?.name ?? null,
			youngPeople: (covered.get(meetingId) ?? []).filter(
				({ id }) => youngPersonId === null || id === youngPersonId
			)
		}))
	};
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
