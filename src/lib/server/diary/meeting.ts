import { and, eq, inArray } from 'drizzle-orm';
import { daysBetween, londonDate } from '../../language/dates.ts';
import { meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import { isWithinTable } from '../../meetings/working-days.ts';
import { demandOfStaff, demandOwn, may, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { guestsOf } from '../meetings/guests.ts';
import { openPlace, type MeetingPlace } from '../meetings/place.ts';
import { sittingsOf, type Sitting } from '../meetings/sittings.ts';
import { findMeeting, type FoundMeeting } from '../meetings/standings.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { nextDueAfter, type NextDue } from './next-due.ts';
import { keyOf, preparationsOf, type Preparation } from './preparation.ts';

/** What is to be done next about a meeting. */
export type NextStep =
	'set_date' | 'prepare' | 'hold' | 'after' | 'letters' | 'plan_next' | 'nothing' | 'look';

/** A meeting as its own page, and the heading of every page about it, has it. */
export interface DiaryMeeting {
	readonly id: string;
	readonly kind: MeetingKind;
	readonly scheduledAt: number | null;
	readonly minutes: number | null;
	readonly daysAway: number | null;
	/** London date. */
	readonly heldOn: string | null;
	readonly cancelled: boolean;
	readonly dueBy: string | null;
	readonly daysLeft: number | null;
	readonly beyondHolidays: boolean;
	readonly chair: string | null;
	/** Those the reader may know of. */
	readonly youngPeople: readonly (Preparation & {
		readonly id: string;
		readonly name: string;
		readonly age: number;
	})[];
	/** Parts of a series, in order; none where it is in one piece. */
	readonly sittings: readonly Sitting[];
	readonly strategyOn: string | null;
	/** For who will be there; null for everybody else, and where nothing is said of it. */
	readonly place: MeetingPlace | null;
	readonly guests: readonly string[];
	readonly guestIds: readonly string[];
	readonly seesPlace: boolean;
	readonly mayChange: boolean;
	/** Whoever saw to it already told others of it. */
	readonly mayUndo: boolean;
	readonly version: number;
	readonly next: NextStep;
	/** Once it was held. */
	readonly following: NextDue | null;
}

/** @throws Refusal `not_found` */
export async function meetingView(
	core: Core,
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<DiaryMeeting> {
	const found = await findMeeting(core, queries, actor, meetingId);
	const { row, youngPersonIds, standings } = found;
	demandOfStaff('meeting.see', actor, standings);
	const seesPlace = may('meeting.see_place', standings);
	const mayChange = may('meeting.change', standings);
	const guestIds = seesPlace ? await guestsOf(queries, meetingId) : [];
	const people = await youngPeopleByIds(core, queries, youngPersonIds);
	const preparations = await preparationsOf(queries, [meetingId]);
	const chairId = row.chairId ?? (await onlyOfficer(queries, youngPersonIds));
	const staff = await staffByIds(core, queries, [...guestIds, ...(chairId ? [chairId] : [])]);
	const sittings = await sittingsOf(queries, [meetingId]);
	const following =
		row.heldOn !== null && mayChange
			? await nextDueAfter(core, queries, row, youngPersonIds)
			: null;
	const now = core.now();
	const today = londonDate(now);
	const { scheduledAt, dueBy } = row;
	return {
		id: row.id,
		kind: meetingKindOf(row.kind),
		scheduledAt,
		minutes: row.minutes,
		daysAway: scheduledAt === null ? null : daysBetween(today, londonDate(scheduledAt)),
		heldOn: row.heldOn,
		cancelled: row.cancelledAt !== null,
		dueBy,
		daysLeft: dueBy === null ? null : daysBetween(today, dueBy),
		beyondHolidays: dueBy !== null && !isWithinTable(dueBy),
		chair: chairId === null ? null : (staff.get(chairId)?.name ?? null),
		youngPeople: [...people.values()].map(({ id, name, age }) => ({
			id,
			name,
			age,
			...(preparations.get(keyOf(meetingId, id)) ?? {
				invited: false,
				said: false,
				seenAlone: false
			})
		})),
		sittings,
		strategyOn: row.strategyOn,
		place: seesPlace ? openPlace(core, row.id, row.placeSealed) : null,
		guests: guestIds.flatMap((id) => staff.get(id)?.name ?? []),
		guestIds,
		seesPlace,
		mayChange,
		mayUndo:
			mayChange &&
			row.cancelledAt === null &&
			row.decisionsSentOn === null &&
			row.recordSentOn === null &&
			(row.heldOn !== null || sittings.some(({ heldAt }) => heldAt !== null)),
		version: row.version,
		next: mayChange ? await nextStep(queries, found, following, now) : 'look',
		following
	};
}

async function onlyOfficer(queries: Queries, ids: readonly string[]): Promise<string | null> {
	const { youngPeople } = queries.tables;
	const rows = await queries
		.selectDistinct({ officerId: youngPeople.officerId })
		.from(youngPeople)
		.where(inArray(youngPeople.id, ids));
	return rows.length === 1 ? (rows[0]?.officerId ?? null) : null;
}

async function nextStep(
	queries: Queries,
	{ row, youngPersonIds }: FoundMeeting,
	following: NextDue | null,
	now: number
): Promise<NextStep> {
	if (row.cancelledAt !== null) return 'nothing';
	if (row.heldOn === null) {
		if (row.scheduledAt === null) return 'set_date';
		return row.scheduledAt > now ? 'prepare' : 'hold';
	}
	const { meetingOutcomes, letters } = queries.tables;
	const [outcome] = await queries
		.select({ completedAt: meetingOutcomes.completedAt })
		.from(meetingOutcomes)
		.where(eq(meetingOutcomes.meetingId, row.id));
	if (!outcome || outcome.completedAt === null) return 'after';
	const sent = await queries
		.select({ id: letters.youngPersonId })
		.from(letters)
		.where(and(eq(letters.meetingId, row.id), eq(letters.state, 'sent')));
	if (sent.length < youngPersonIds.length) return 'letters';
	return following && following.youngPersonIds.length > 0 ? 'plan_next' : 'nothing';
}

/** Where a young person is to be, or what to open, and how long it takes. */
export type OwnPlace = MeetingPlace & { readonly minutes: number | null };

/**
 * Where a young person's own meeting is; null where nothing is said of it, and once it is over or called off.
 * @throws Refusal `not_found` for a meeting that is not theirs
 */
export async function ownPlace(
	core: Core,
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<OwnPlace | null> {
	const { row, standings } = await findMeeting(core, queries, actor, meetingId);
	demandOwn('meeting.see_own', actor);
	if (!may('meeting.see_place', standings)) throw notFound();
	if (row.heldOn !== null || row.cancelledAt !== null) return null;
	const place = openPlace(core, row.id, row.placeSealed);
	return place && { ...place, minutes: row.minutes };
}
