import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import {
	actBy,
	familyOf,
	FAMILY_NAMES,
	whatIsMissing,
	type Family,
	type Missing
} from '../../meetings/caseload.ts';
import { dueByFromHistory, STATUS_OF } from '../../meetings/due-dates.ts';
import { meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import { addWorkingDays } from '../../meetings/working-days.ts';
import { readLimits } from '../council/limits.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { historiesOf, type HistoryOf } from '../meetings/history.ts';
import { keyOf, preparationsOf } from './preparation.ts';

/** One young person's next meeting of one sort, and how it stands. Nobody's name is in it. */
export interface CaseloadRow {
	readonly youngPersonId: string;
	readonly kind: MeetingKind;
	/** Null while none is made. */
	readonly meetingId: string | null;
	readonly scheduledAt: number | null;
	readonly dueBy: string | null;
	readonly missing: readonly Missing[];
	/** Whose it is to see to: its chair, or who chaired the conference before, or the allocated officer. */
	readonly ownerIds: readonly string[];
	/** The conference before it, where its chair plans the next one. */
	readonly afterId: string | null;
	readonly actBy: string;
}

interface Person {
	readonly id: string;
	readonly officerId: string | null;
}

const KIND_WITHOUT_MEETING = {
	review: 'looked_after_review',
	conference: 'review_conference',
	pathway: 'pathway_review'
} as const satisfies Readonly<Record<Family, MeetingKind>>;

/**
 * The next meetings of some officers' young people, or of everybody's, by what must be done first. In a number of
 * queries that grows neither with the caseload nor with what lies behind it.
 * @param staffIds null for everybody's
 */
export async function caseloadRows(
	core: Core,
	queries: Queries,
	staffIds: readonly string[] | null
): Promise<CaseloadRow[]> {
	const people = await peopleOf(queries, staffIds);
	const ids = people.map(({ id }) => id);
	const histories = await historiesOf(queries, ids);
	const planned = await plannedOf(queries, ids);
	const preparations = await preparationsOf(queries, [
		...new Set([...planned.values()].flat().map(({ id }) => id))
	]);
	const extraDays = await readExtraDays(queries);
	const limits = await readLimits(queries);
	const today = londonDate(core.now());
	const near = addWorkingDays(today, limits.invite, extraDays);

	const rows = people.flatMap((person): CaseloadRow[] =>
		FAMILY_NAMES.flatMap((family) => {
			const history = histories.get(person.id) ?? { held: [], periods: [] };
			const next = (planned.get(person.id) ?? []).find(({ kind }) => familyOf(kind) === family);
			if (!next && !isNeeded(family, history, today)) return [];
			const last = latestOf(family, history);
			const kind = next ? meetingKindOf(next.kind) : KIND_WITHOUT_MEETING[family];
			const dueBy =
				next?.dueBy ??
				dueByFromHistory(kind, history, {
					day: null,
					strategyOn: next?.strategyOn ?? null,
					extraDays,
					limits
				});
			const scheduledAt = next?.scheduledAt ?? null;
			const prepared = preparations.get(keyOf(next?.id ?? '', person.id));
			const standing = {
				plannedOn: scheduledAt === null ? null : londonDate(scheduledAt),
				dueBy,
				invited: prepared?.invited ?? false,
				said: prepared?.said ?? false,
				seenAlone: prepared?.seenAlone ?? false
			};
			const missing = whatIsMissing(standing, today, near);
			const chaired = family === 'conference' && !next ? last : null;
			return {
				youngPersonId: person.id,
				kind,
				meetingId: next?.id ?? null,
				scheduledAt,
				dueBy,
				missing,
				ownerIds: [next?.chairId, chaired?.chairId, person.officerId].flatMap((id) => id ?? []),
				afterId: chaired?.meetingId ?? null,
				actBy: actBy(standing, missing, today)
			};
		})
	);
	return rows.sort(
		(a, b) =>
			compare(a.actBy, b.actBy) ||
			compare(a.dueBy ?? '9999', b.dueBy ?? '9999') ||
			compare(a.youngPersonId, b.youngPersonId)
	);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Allocated to them, at a meeting they chair that is not over, or under a plan whose last conference they chaired. */
async function peopleOf(queries: Queries, staffIds: readonly string[] | null): Promise<Person[]> {
	const { youngPeople, meetings, meetingYoungPeople, carePeriods } = queries.tables;
	const columns = { id: youngPeople.id, officerId: youngPeople.officerId };
	if (staffIds === null) return queries.select(columns).from(youngPeople);
	const chaired = queries
		.select({ id: meetingYoungPeople.youngPersonId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.leftJoin(
			carePeriods,
			and(
				eq(carePeriods.youngPersonId, meetingYoungPeople.youngPersonId),
				eq(carePeriods.status, 'child_protection'),
				isNull(carePeriods.endedOn)
			)
		)
		.where(
			and(
				inArray(meetings.chairId, staffIds),
				isNull(meetings.cancelledAt),
				or(
					isNull(meetings.heldOn),
					and(
						inArray(meetings.kind, ['initial_conference', 'review_conference']),
						eq(carePeriods.status, 'child_protection')
					)
				)
			)
		);
	return queries
		.select(columns)
		.from(youngPeople)
		.where(or(inArray(youngPeople.officerId, staffIds), inArray(youngPeople.id, chaired)));
}

type Planned = Pick<
	Queries['tables']['meetings']['$inferSelect'],
	'id' | 'kind' | 'scheduledAt' | 'dueBy' | 'strategyOn' | 'chairId'
>;

/** Meetings neither held nor cancelled by young person: the soonest first, those without a date last. */
async function plannedOf(
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Map<string, Planned[]>> {
	const { meetings, meetingYoungPeople } = queries.tables;
	const rows = await inChunks(youngPersonIds, (chunk) =>
		queries
			.select({
				youngPersonId: meetingYoungPeople.youngPersonId,
				id: meetings.id,
				kind: meetings.kind,
				scheduledAt: meetings.scheduledAt,
				dueBy: meetings.dueBy,
				strategyOn: meetings.strategyOn,
				chairId: meetings.chairId
			})
			.from(meetingYoungPeople)
			.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
			.where(
				and(
					inArray(meetingYoungPeople.youngPersonId, chunk),
					isNull(meetings.heldOn),
					isNull(meetings.cancelledAt)
				)
			)
	);
	const last = Number.MAX_SAFE_INTEGER;
	rows.sort((a, b) => (a.scheduledAt ?? last) - (b.scheduledAt ?? last));
	const byPerson = new Map<string, Planned[]>();
	for (const { youngPersonId, ...meeting } of rows) {
		const known = byPerson.get(youngPersonId);
		if (known) known.push(meeting);
		else byPerson.set(youngPersonId, [meeting]);
	}
	return byPerson;
}

/** They are in that sort of care now; where no time in care is on record at all, their last meeting tells. */
function isNeeded(family: Family, history: HistoryOf, today: string): boolean {
	if (history.periods.length === 0) {
		const last = FAMILY_NAMES.flatMap((one) => latestOf(one, history) ?? []).toSorted((a, b) =>
			compare(b.heldOn, a.heldOn)
		)[0];
		return last !== undefined && familyOf(last.kind) === family;
	}
	return history.periods.some(
		({ status, startedOn, endedOn }) =>
			status === STATUS_OF[KIND_WITHOUT_MEETING[family]] &&
			startedOn <= today &&
			(endedOn === null || endedOn > today)
	);
}

function latestOf(family: Family, { held }: HistoryOf) {
	let latest: HistoryOf['held'][number] | null = null;
	for (const one of held)
		if (familyOf(one.kind) === family && (!latest || one.heldOn > latest.heldOn)) latest = one;
	return latest;
}
