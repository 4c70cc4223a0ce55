import {
	aliasedTable,
	and,
	count,
	eq,
	gt,
	gte,
	inArray,
	isNull,
	lt,
	lte,
	or,
	sql,
	type AnyColumn,
	type SQL
} from 'drizzle-orm';
import { AGE_BANDS } from '../../../figures/age-bands.ts';
import type { Heard, HeardRow, HeardWhen } from '../../../figures/not-heard.ts';
import type { Period } from '../../../figures/periods.ts';
import { londonDate, londonMidnight } from '../../../language/dates.ts';
import { CARE_STATUSES } from '../../../meetings/care.ts';
import { invitedUntil } from '../../../meetings/invitations.ts';
import { MEETING_KINDS } from '../../../meetings/kinds.ts';
import { addDays } from '../../../meetings/working-days.ts';
import { readLimits } from '../../council/limits.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { ofAnyKind } from '../../meetings/any-kind.ts';
import { readExtraDays } from '../../meetings/extra-days.ts';
import { counted } from '../meetings/held.ts';
import { entriesHeldIn } from '../meetings/participation.ts';

/** Meetings still to come that are so near that silence before them is worth a question, by the chair's own rule. */
export async function nearMeetings(core: Core, queries: Queries, weeks: number | null) {
	const { meetings } = queries.tables;
	const now = core.now();
	const today = londonDate(now);
	const { not_heard: workingDays } = await readLimits(queries);
	const until =
		weeks === null
			? invitedUntil(now, workingDays, await readExtraDays(queries))
			: londonMidnight(addDays(today, weeks * 7 + 1));
	return {
		ahead: { weeks, workingDays },
		where: and(
			ofAnyKind(queries),
			isNull(meetings.heldOn),
			isNull(meetings.cancelledAt),
			gte(meetings.scheduledAt, londonMidnight(today)),
			lt(meetings.scheduledAt, until)
		)
	};
}

/** Entries of those at meetings of which that holds. */
export function entriesAt(queries: Queries, where: SQL | undefined): SQL {
	const { meetings, meetingYoungPeople: entries } = queries.tables;
	return inArray(
		entries.meetingId,
		queries.select({ id: meetings.id }).from(meetings).where(where)
	);
}

/** Entries of those at meetings held in a period. */
export const entriesHeld = (queries: Queries, period: Period): SQL | undefined =>
	entriesHeldIn(queries, period, MEETING_KINDS);

/** Nothing of that young person came for that meeting. Of an entry. */
export const isSilent = ({ tables: { meetingYoungPeople: entries } }: Queries): SQL =>
	eq(entries.heard, 0);

/** What the council does for a young person today, as its place in `CARE_STATUSES`: of several at once the first. */
export function careToday(core: Core, queries: Queries): SQL<number | null> {
	const { carePeriods, youngPeople } = queries.tables;
	const today = londonDate(core.now());
	const first = queries
		.select({ place: sql`min(${placeIn(CARE_STATUSES, carePeriods.status)})` })
		.from(carePeriods)
		.where(
			and(
				eq(carePeriods.youngPersonId, youngPeople.id),
				lte(carePeriods.startedOn, today),
				or(isNull(carePeriods.endedOn), gt(carePeriods.endedOn, today))
			)
		);
	return sql<number | null>`(${first})`.mapWith(Number);
}

/**
 * How old they were at the last meeting of theirs that was held, as its place in `AGE_BANDS`: nobody grows younger, and
 * nobody's date of birth is opened to count.
 */
export function lastAgeBand(queries: Queries): SQL<number | null> {
	const { meetingYoungPeople, youngPeople } = queries.tables;
	const before = aliasedTable(meetingYoungPeople, 'before');
	const oldest = queries
		.select({ place: sql`max(${placeIn(AGE_BANDS, before.ageBand)})` })
		.from(before)
		.where(eq(before.youngPersonId, youngPeople.id));
	return sql<number | null>`(${oldest})`.mapWith(Number);
}

export function placeIn(codes: readonly string[], column: AnyColumn): SQL {
	const cases = codes.map((code, at) => sql.raw(`when '${code}' then ${at}`));
	return sql`case ${column} ${sql.join(cases, sql.raw(' '))} end`;
}

/** Of all young people at meetings, how many there are and how many are silent. @param which holds of their entries */
export async function heardInAll(queries: Queries, which: SQL | undefined): Promise<Heard> {
	const [row] = await queries
		.select({ places: count(), silent: counted(isSilent(queries)) })
		.from(queries.tables.meetingYoungPeople)
		.where(which);
	return { places: row?.places ?? 0, silent: row?.silent ?? 0 };
}

/**
 * Young people at meetings, a row a young person and kind of meeting. No profile is opened.
 * @param which holds of their entries
 */
export async function heardRows(
	core: Core,
	queries: Queries,
	which: SQL | undefined,
	when: HeardWhen
): Promise<HeardRow[]> {
	const { meetingYoungPeople: entries, youngPeople } = queries.tables;
	const { youngPersonId, ageBand, kind } = entries;
	const places = queries
		.select({
			youngPersonId,
			kind,
			ageBand,
			places: count().as('places'),
			silent: counted(isSilent(queries)).as('silent')
		})
		.from(entries)
		.where(which)
		.groupBy(youngPersonId, kind, ageBand)
		.as('places_of');
	const { sex, ethnicity, disabled, unaccompanied, language, team } = youngPeople;
	const rows = await queries
		.select({
			kind: sql<string>`${places.kind}`,
			ageBand: places.ageBand,
			lastBand: when === 'near' ? lastAgeBand(queries) : sql`null`,
			care: careToday(core, queries),
			places: places.places,
			silent: sql`${places.silent}`.mapWith(Number),
			...{ sex, ethnicity, disabled, unaccompanied, language, team },
			officer: youngPeople.officerId,
			social_worker: youngPeople.socialWorkerId
		})
		.from(places)
		.innerJoin(youngPeople, eq(youngPeople.id, places.youngPersonId));
	return rows.map(({ ageBand: band, lastBand, care, ...row }) => ({
		...row,
		places: Number(row.places),
		age: when === 'near' ? (AGE_BANDS[Number(lastBand ?? -1)] ?? null) : band,
		care_status: CARE_STATUSES[care ?? -1] ?? null
	}));
}
