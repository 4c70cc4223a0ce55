import { and, desc, eq, gte, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import { addMonths } from '../../meetings/working-days.ts';
import { isLate, midwayDueOn } from '../../rights/concerns.ts';
import { readLimits } from '../council/limits.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import type { StaffActor } from '../access.ts';
import { concernedBy } from '../people/concerned.ts';
import { GOING, type Going, type MidwayRow } from './views.ts';

export type MidwayCheckRow = Queries['tables']['midwayChecks']['$inferSelect'];

/** What came before a year and a half ago is over, whether anybody looked between or not. */
const LOOKED_BACK_MONTHS = 18;

/** A meeting that was held for one young person, with its check. */
export interface Held {
	readonly youngPersonId: string;
	readonly meetingId: string;
	readonly kind: MeetingKind;
	readonly chairId: string | null;
	readonly heldOn: string;
	readonly dueOn: string;
	readonly check: MidwayCheckRow | null;
	/** No meeting was held since. */
	readonly isLast: boolean;
}

/** Meetings held lately for an officer's young people, the latest first. */
export function heldOfOfficer(queries: Queries, actor: StaffActor, now: number): Promise<Held[]> {
	const { meetingYoungPeople } = queries.tables;
	return heldWhere(queries, concernedBy(queries, actor, meetingYoungPeople.youngPersonId), now);
}

/** Those held lately for one young person. */
export function heldOfPerson(
	queries: Queries,
	youngPersonId: string,
	now: number
): Promise<Held[]> {
	const { meetingYoungPeople } = queries.tables;
	return heldWhere(queries, eq(meetingYoungPeople.youngPersonId, youngPersonId), now);
}

/** In a number of queries that does not grow with them. */
async function heldWhere(queries: Queries, whose: SQL | undefined, now: number): Promise<Held[]> {
	const { meetings, meetingYoungPeople } = queries.tables;
	const since = addMonths(londonDate(now), -LOOKED_BACK_MONTHS);
	const rows = await queries
		.select({
			youngPersonId: meetingYoungPeople.youngPersonId,
			meetingId: meetings.id,
			kind: meetings.kind,
			chairId: meetings.chairId,
			heldOn: meetings.heldOn
		})
		.from(meetingYoungPeople)
		.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
		.where(and(whose, gte(meetings.heldOn, since)))
		.orderBy(desc(meetings.heldOn), meetings.id);
	const people = [...new Set(rows.map(({ youngPersonId }) => youngPersonId))];
	const next = await nextOn(queries, people);
	const checks = await checksOf(queries, people);
	const { midway_check: months } = await readLimits(queries);
	const last = new Map<string, { readonly meetingId: string; readonly heldOn: string }>();
	return rows.flatMap(({ heldOn, kind, ...row }) => {
		if (heldOn === null) return [];
		const later = last.get(row.youngPersonId);
		last.set(row.youngPersonId, { meetingId: row.meetingId, heldOn });
		const check = checks.get(`${row.meetingId}/${row.youngPersonId}`) ?? null;
		const until = later?.heldOn ?? next.get(row.youngPersonId) ?? null;
		return {
			...row,
			heldOn,
			kind: meetingKindOf(kind),
			// What was done keeps the day it was due on, whatever the council sets since.
			dueOn: check?.doneOn ? check.dueOn : midwayDueOn(heldOn, until, months),
			check,
			isLast: later === undefined
		};
	});
}

/** When each one's next meeting is planned or, without a date, due. */
async function nextOn(
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Map<string, string>> {
	const { meetings, meetingYoungPeople } = queries.tables;
	const rows = await inChunks(youngPersonIds, (chunk) =>
		queries
			.select({
				youngPersonId: meetingYoungPeople.youngPersonId,
				scheduledAt: meetings.scheduledAt,
				dueBy: meetings.dueBy
			})
			.from(meetingYoungPeople)
			.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
			.where(
				and(
					inArray(meetingYoungPeople.youngPersonId, chunk),
					isNull(meetings.heldOn),
					isNull(meetings.cancelledAt),
					or(isNotNull(meetings.scheduledAt), isNotNull(meetings.dueBy))
				)
			)
	);
	const soonest = new Map<string, string>();
	for (const { youngPersonId, scheduledAt, dueBy } of rows) {
		const on = scheduledAt === null ? dueBy : londonDate(scheduledAt);
		const known = soonest.get(youngPersonId);
		if (on !== null && (known === undefined || on < known)) soonest.set(youngPersonId, on);
	}
	return soonest;
}

async function checksOf(
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Map<string, MidwayCheckRow>> {
	const { midwayChecks } = queries.tables;
	const rows = await inChunks(youngPersonIds, (chunk) =>
		queries.select().from(midwayChecks).where(inArray(midwayChecks.youngPersonId, chunk))
	);
	return new Map(rows.map((row) => [`${row.meetingId}/${row.youngPersonId}`, row]));
}

export function rowOf(held: Held, youngPerson: MidwayRow['youngPerson'], today: string): MidwayRow {
	const { meetingId, kind, heldOn, dueOn, check } = held;
	const doneOn = check?.doneOn ?? null;
	return {
		meetingId,
		kind,
		heldOn,
		youngPerson,
		dueOn,
		late: doneOn === null && held.isLast && isLate(dueOn, today),
		doneOn,
		going: goingOf(check?.going ?? null)
	};
}

const goingOf = (text: string | null): Going | null =>
	GOING.find((known) => known === text) ?? null;
