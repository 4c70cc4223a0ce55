import { and, eq, inArray, isNull } from 'drizzle-orm';
import { daysBetween, londonDate } from '../../language/dates.ts';
import { familyOf, FAMILIES, kindAfter } from '../../meetings/caseload.ts';
import { dueByFromHistory, earliest, STATUS_OF } from '../../meetings/due-dates.ts';
import { meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import { isWithinTable } from '../../meetings/working-days.ts';
import { readLimits } from '../council/limits.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { historiesOf } from '../meetings/history.ts';
import type { MeetingsRow } from '../meetings/standings.ts';

/** The meeting that has to follow one that was held. */
export interface NextDue {
	readonly kind: MeetingKind;
	readonly dueBy: string | null;
	readonly daysLeft: number | null;
	/** Its due date is counted beyond the bank holidays we know, and may be too early. */
	readonly beyondHolidays: boolean;
	/** The one that is made already; it may have no date yet. */
	readonly meetingId: string | null;
	readonly scheduledAt: number | null;
	/** For whom it is still to be planned. */
	readonly youngPersonIds: readonly string[];
}

/** Null where nobody it was about is in that sort of care any more. */
export async function nextDueAfter(
	core: Core,
	queries: Queries,
	row: MeetingsRow,
	youngPersonIds: readonly string[]
): Promise<NextDue | null> {
	const family = familyOf(row.kind);
	const kind = kindAfter(meetingKindOf(row.kind));
	const histories = await historiesOf(queries, youngPersonIds);
	const today = londonDate(core.now());
	const needing = youngPersonIds.filter((id) => {
		const periods = (histories.get(id)?.periods ?? []).filter(
			({ status }) => status === STATUS_OF[kind]
		);
		return periods.length === 0 || periods.some(({ endedOn }) => !endedOn || endedOn > today);
	});
	if (needing.length === 0) return null;

	const extraDays = await readExtraDays(queries);
	const limits = await readLimits(queries);
	const dueBy = earliest(
		needing.map((id) =>
			dueByFromHistory(kind, histories.get(id) ?? { held: [], periods: [] }, {
				day: null,
				strategyOn: null,
				extraDays,
				limits
			})
		)
	);
	const { meetings, meetingYoungPeople } = queries.tables;
	const made = await queries
		.select({
			id: meetings.id,
			scheduledAt: meetings.scheduledAt,
			youngPersonId: meetingYoungPeople.youngPersonId
		})
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.where(
			and(
				inArray(meetingYoungPeople.youngPersonId, needing),
				inArray(meetings.kind, [...FAMILIES[family]]),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			)
		);
	const [first] = made.toSorted(
		(a, b) => (a.scheduledAt ?? Infinity) - (b.scheduledAt ?? Infinity)
	);
	return {
		kind,
		dueBy,
		daysLeft: dueBy === null ? null : daysBetween(today, dueBy),
		beyondHolidays: dueBy !== null && !isWithinTable(dueBy),
		meetingId: first?.id ?? null,
		scheduledAt: first?.scheduledAt ?? null,
		youngPersonIds: needing.filter((id) => !made.some((one) => one.youngPersonId === id))
	};
}
