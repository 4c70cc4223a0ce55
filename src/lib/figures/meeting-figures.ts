import type { MeetingKind } from '../meetings/kinds.ts';
import { PARTICIPATION_CODES, type ParticipationCode } from '../meetings/participation.ts';
import type { AgeBand } from './age-bands.ts';
import type { DueInTime, HeldInTime, ParticipationFigures } from './annual-report.ts';
import { percent } from './percent.ts';
import { monthsOf, quartersOf, type Period } from './periods.ts';

/** The same figures by month and by quarter of a period, and for all of it. */
export interface Span<Row> {
	readonly period: Period;
	readonly months: readonly (Row & { readonly month: string })[];
	/** Of the financial year; `id` such as `2026-Q1`. */
	readonly quarters: readonly (Row & { readonly id: string; readonly months: readonly string[] })[];
	readonly total: Row;
}

/** A period with the same days of the year before beside it. */
export interface WithYearBefore<Row> extends Span<Row> {
	readonly before: Span<Row>;
}

/** Meetings held; those without a due date are not in time, and are told apart. */
export interface HeldRow extends HeldInTime {
	readonly withoutDueDate: number;
}

export interface ReviewRow extends HeldRow {
	readonly decisions: DueInTime;
	readonly records: DueInTime;
}

export type ReviewsView = WithYearBefore<ReviewRow>;

export interface ConferencesView {
	readonly initial: WithYearBefore<HeldRow>;
	readonly review: WithYearBefore<HeldRow>;
}

/** One entry a child a meeting. Of those of four and older: the four below add up to them. */
export interface ParticipationRow extends ParticipationFigures {
	/** Whatever the age. */
	readonly entries: number;
	/** PN4 and PN7. */
	readonly notParticipated: number;
	/** PN0, which says that they were younger than four. */
	readonly wrongCode: number;
}

/** What young people are told apart by. */
export const GROUPS = [
	'age',
	'sex',
	'ethnicity',
	'disabled',
	'unaccompanied',
	'team',
	'officer'
] as const;
export type Group = (typeof GROUPS)[number];

/** Stands in a group and in a filter for what is not known of somebody. */
export const NOT_KNOWN = '-';

export interface ParticipationGroup extends ParticipationRow {
	/** An age band, what the case system calls it, `yes` or `no`, an officer's id, or `NOT_KNOWN`. */
	readonly value: string;
	/** An officer's name; of other groups what `value` is. */
	readonly name: string;
}

export interface ParticipationView extends WithYearBefore<ParticipationRow> {
	readonly kind: MeetingKind;
	readonly groups: Readonly<Record<Group, readonly ParticipationGroup[]>>;
}

/** What the IRO Handbook calls a caseload one can do well, of looked-after children to a full-time officer. */
export const HANDBOOK_CASELOAD = { from: 50, to: 70 } as const;

export interface OfficerCaseload {
	/** Null: allocated to nobody. */
	readonly officerId: string | null;
	readonly name: string | null;
	/** No longer works here, and still has young people. */
	readonly gone: boolean;
	/** Allocated to them. */
	readonly youngPeople: number;
	readonly lookedAfter: number;
	readonly onPlan: number;
	readonly careLeavers: number;
	/** Meetings they chair that are so near that the young people should have been asked. */
	readonly meetingsNear: number;
	/** Looked-after children beside the handbook's range. */
	readonly load: 'below' | 'within' | 'above';
}

export interface CaseloadFiguresView {
	readonly officers: readonly OfficerCaseload[];
	readonly total: Pick<
		OfficerCaseload,
		'youngPeople' | 'lookedAfter' | 'onPlan' | 'careLeavers' | 'meetingsNear'
	>;
	readonly handbook: typeof HANDBOOK_CASELOAD;
}

/** How a child took part as it is counted. `wrong_code`: PN0, and they were four or older. */
export const TOOK_PART = ['yes', 'no', 'not_recorded', 'wrong_code', 'under_four'] as const;
export type TookPart = (typeof TOOK_PART)[number];

/**
 * What the list behind a figure is narrowed to, as it stands in its address. Of codes there may be several, separated by
 * `;`.
 * - `kind` MeetingKind · `month` `2026-04` · `in_time` yes no unknown · `decisions` and `records` in_time late
 *   overdue (late, and not sent yet)
 * - of one child: `code` PN0 … PN7 none · `participated` TookPart · `attended` yes no · `age` AgeBand · `sex` `ethnicity`
 *   `disabled` `unaccompanied` `team` `officer` a group's `value`
 * - `per` child: one line a child a meeting, which any filter of the line above does too; otherwise one line a meeting
 */
export const LIST_FILTERS = [
	'kind',
	'month',
	'in_time',
	'decisions',
	'records',
	'per',
	'code',
	'participated',
	'attended',
	...GROUPS
] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];
export type ListFilters = Readonly<Partial<Record<ListFilter, string>>>;

/** Decisions or the record of a meeting. `running`: neither sent nor late, and counted in no figure. */
export interface Sending {
	readonly sentOn: string | null;
	readonly dueOn: string;
	readonly state: 'in_time' | 'late' | 'running';
}

export interface ListedMeeting {
	readonly meetingId: string;
	readonly kind: MeetingKind;
	readonly heldOn: string;
	readonly dueBy: string | null;
	readonly inTime: 'yes' | 'no' | 'unknown';
	readonly decisions: Sending;
	readonly records: Sending;
	readonly chair: string | null;
	/** One of them, where the list has a line a child. */
	readonly youngPeople: readonly {
		readonly id: string;
		readonly name: string;
		readonly ageBand: AgeBand | null;
		readonly code: ParticipationCode | null;
	}[];
}

export interface MeetingsListView {
	readonly period: Period;
	/** As they were understood: what is no filter is left out. */
	readonly filters: ListFilters;
	readonly per: 'meeting' | 'child';
	readonly total: number;
	readonly page: number;
	readonly pages: number;
	readonly rows: readonly ListedMeeting[];
}

// What these are added up from: rows of the database, grouped.

export interface HeldCounts {
	readonly held: number;
	readonly inTime: number;
	readonly withoutDueDate: number;
}

/** One of the clocks after a review. */
export interface DueCounts {
	readonly due: number;
	readonly inTime: number;
}

export interface ReviewCounts extends HeldCounts {
	readonly decisions: DueCounts;
	readonly records: DueCounts;
}

/** So many entries of one code, of children of one age; null: not recorded, not known. */
export interface CodeCount {
	readonly code: ParticipationCode | null;
	readonly ageBand: AgeBand | null;
	readonly count: number;
}

/** Adds up what was counted by month, for each month and quarter that a period touches and for all of it. */
export function spanOf<Counts, Row>(
	period: Period,
	byMonth: ReadonlyMap<string, Counts>,
	rowOf: (counts: readonly Counts[]) => Row
): Span<Row> {
	const of = (months: readonly string[]) =>
		rowOf(months.flatMap((month) => byMonth.get(month) ?? []));
	return {
		period,
		months: monthsOf(period).map((month) => ({ ...of([month]), month })),
		quarters: quartersOf(period).map(({ id, months }) => ({ ...of(months), id, months })),
		total: of(monthsOf(period))
	};
}

export function heldRow(counts: readonly HeldCounts[]): HeldRow {
	const held = sum(counts, (one) => one.held);
	const inTime = sum(counts, (one) => one.inTime);
	return {
		held,
		inTime,
		inTimePercent: percent(inTime, held),
		withoutDueDate: sum(counts, (one) => one.withoutDueDate)
	};
}

export function dueRow(counts: readonly DueCounts[]): DueInTime {
	const due = sum(counts, (one) => one.due);
	const inTime = sum(counts, (one) => one.inTime);
	return { due, inTime, inTimePercent: percent(inTime, due) };
}

export const reviewRow = (counts: readonly ReviewCounts[]): ReviewRow => ({
	...heldRow(counts),
	decisions: dueRow(counts.map(({ decisions }) => decisions)),
	records: dueRow(counts.map(({ records }) => records))
});

/** Whether a child took part, as it is counted. Nobody of unknown age is left out: they count as four or older. */
export function tookPart(code: ParticipationCode | null, ageBand: AgeBand | null): TookPart {
	if (ageBand === 'under_4') return 'under_four';
	if (code === null) return 'not_recorded';
	if (code === 'PN0') return 'wrong_code';
	return TAKING_PART.includes(code) ? 'yes' : 'no';
}

export const TAKING_PART: readonly ParticipationCode[] = ['PN1', 'PN2', 'PN3', 'PN5', 'PN6'];
export const NOT_TAKING_PART: readonly ParticipationCode[] = ['PN4', 'PN7'];
export const THERE: readonly ParticipationCode[] = ['PN1', 'PN2', 'PN3', 'PN4'];
export const NOT_THERE: readonly ParticipationCode[] = ['PN5', 'PN6', 'PN7'];

export function participationRow(counts: readonly CodeCount[]): ParticipationRow {
	const tallied = tally(counts);
	const by = (took: TookPart) =>
		sum(tallied, ({ code, ageBand, count }) => (tookPart(code, ageBand) === took ? count : 0));
	const ofFour = sum(tallied, ({ ageBand, count }) => (ageBand === 'under_4' ? 0 : count));
	const participated = by('yes');
	const notRecorded = by('not_recorded');
	const attended = sum(tallied, ({ code, ageBand, count }) =>
		ageBand !== 'under_4' && code !== null && THERE.includes(code) ? count : 0
	);
	const codes = Object.fromEntries(
		PARTICIPATION_CODES.map((code) => [
			code,
			sum(tallied, (one) => (one.code === code ? one.count : 0))
		])
	) as Record<ParticipationCode, number>;
	return {
		entries: sum(tallied, ({ count }) => count),
		reviewsOfChildrenAged4AndOver: ofFour,
		codes,
		participated,
		participatedPercent: percent(participated, ofFour),
		attended,
		attendedPercent: percent(attended, ofFour),
		notRecorded,
		notRecordedPercent: percent(notRecorded, ofFour),
		notParticipated: by('no'),
		wrongCode: by('wrong_code')
	};
}

/** Every code and age once: what is added up is gone through many times, and the same count may stand there a thousand times. */
function tally(counts: readonly CodeCount[]): CodeCount[] {
	const times = new Map<CodeCount, number>();
	for (const one of counts) times.set(one, (times.get(one) ?? 0) + 1);
	const totals = new Map<string, CodeCount>();
	for (const [{ code, ageBand, count }, often] of times) {
		const key = `${code} ${ageBand}`;
		totals.set(key, { code, ageBand, count: (totals.get(key)?.count ?? 0) + count * often });
	}
	return [...totals.values()];
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
	items.reduce((total, item) => total + of(item), 0);
