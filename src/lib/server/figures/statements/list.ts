import { and, asc, count, desc, inArray } from 'drizzle-orm';
import type { Period } from '../../../figures/periods.ts';
import type {
	ListedStatement,
	StatementFilters,
	StatementsListView
} from '../../../figures/statement-figures.ts';
import { meetingKindOf } from '../../../meetings/kinds.ts';
import type { StaffActor } from '../../access.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { staffByIds } from '../../people/staff-names.ts';
import { youngPeopleByIds } from '../../people/young-people-names.ts';
import { notBarredFrom } from '../../statements/barred.ts';
import { ofStatements, ofTimes, readFilters } from './filters.ts';
import { onePage } from './page.ts';
import { daysTaken, withTimes } from './times.ts';

const A_PAGE = 25;

/**
 * The statements behind a number, the latest first: whose, which form, when, and what became of each. Not a word of any,
 * and no way to one. What is locked from who asks is counted as ever, and is not on their list.
 */
export async function listStatements(
	core: Core,
	queries: Queries,
	asked: {
		readonly actor: StaffActor;
		readonly period: Period;
		readonly filters: StatementFilters;
		readonly page?: number | undefined;
	}
): Promise<StatementsListView> {
	const { statements } = queries.tables;
	const { actor, period } = asked;
	const filters = readFilters(asked.filters);
	const theirs = ofStatements(queries, period, filters);
	const timed = withTimes(queries, and(theirs, notBarredFrom(queries, actor.id, statements.id)));
	const asksDays = filters.opened !== undefined || filters.replied !== undefined;
	const days = asksDays ? await daysTaken(core, queries, theirs) : null;
	const which = ofTimes(timed, filters, days);
	const [row] = await queries.select({ total: count() }).from(timed).where(which);
	const { page, pages, offset } = onePage(row?.total ?? 0, A_PAGE, asked.page);
	const rows = await queries
		.select({
			id: timed.id,
			youngPersonId: timed.youngPersonId,
			formId: timed.formId,
			meetingId: timed.meetingId,
			sentAt: timed.sentAt,
			openedAt: timed.openedAt,
			repliedAt: timed.repliedAt
		})
		.from(timed)
		.where(which)
		.orderBy(desc(timed.sentAt), asc(timed.id))
		.limit(A_PAGE)
		.offset(offset);

	const people = await youngPeopleByIds(
		core,
		queries,
		rows.map(({ youngPersonId }) => youngPersonId)
	);
	const meetings = await meetingsByIds(
		queries,
		rows.flatMap(({ meetingId }) => meetingId ?? [])
	);
	const { staff } = filters;
	const names = await staffByIds(core, queries, staff === undefined ? [] : [staff]);
	return {
		period,
		filters,
		staffName: names.get(staff ?? '')?.name ?? null,
		total: row?.total ?? 0,
		page,
		pages,
		rows: rows.map(
			({ youngPersonId, formId, meetingId, sentAt, openedAt, repliedAt }): ListedStatement => ({
				youngPerson: { id: youngPersonId, name: people.get(youngPersonId)?.name ?? '' },
				formId,
				sentAt: Number(sentAt),
				meeting: meetings.get(meetingId ?? '') ?? null,
				openedAt,
				repliedAt
			})
		)
	};
}

async function meetingsByIds(
	queries: Queries,
	ids: readonly string[]
): Promise<Map<string, NonNullable<ListedStatement['meeting']>>> {
	if (ids.length === 0) return new Map();
	const { meetings } = queries.tables;
	const { id, kind, scheduledAt, heldOn } = meetings;
	const rows = await queries
		.select({ id, kind, scheduledAt, heldOn })
		.from(meetings)
		.where(inArray(meetings.id, [...ids]));
	return new Map(rows.map((row) => [row.id, { ...row, kind: meetingKindOf(row.kind) }]));
}
