import { and, asc, desc, inArray } from 'drizzle-orm';
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
import { inAll, pageOf } from '../page.ts';
import { ofStatements, ofTimes, readFilters } from './filters.ts';
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
	const open = and(theirs, notBarredFrom(queries, actor.id, statements.id));
	const asksDays = filters.opened !== undefined || filters.replied !== undefined;
	const asksTimes = asksDays || filters.staff !== undefined || filters.meeting !== undefined;
	const days = asksDays ? await daysTaken(core, queries, theirs) : null;
	// What became of each is looked up of those shown alone, unless it is what is asked for.
	const timed = withTimes(queries, open);
	const { keys, ...found } = await pageOf(A_PAGE, asked.page, async (offset) =>
		asksTimes
			? queries
					.select({ id: timed.id, total: inAll })
					.from(timed)
					.where(ofTimes(timed, filters, days))
					.orderBy(desc(timed.sentAt), asc(timed.id))
					.limit(A_PAGE)
					.offset(offset)
			: queries
					.select({ id: statements.id, total: inAll })
					.from(statements)
					.where(open)
					.orderBy(desc(statements.sentAt), asc(statements.id))
					.limit(A_PAGE)
					.offset(offset)
	);
	const ids = keys.map(({ id }) => id);
	const shown = withTimes(queries, inArray(statements.id, ids));
	const rows = await queries
		.select({
			id: shown.id,
			youngPersonId: shown.youngPersonId,
			formId: shown.formId,
			meetingId: shown.meetingId,
			sentAt: shown.sentAt,
			openedAt: shown.openedAt,
			repliedAt: shown.repliedAt
		})
		.from(shown)
		.orderBy(desc(shown.sentAt), asc(shown.id));

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
		...found,
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
