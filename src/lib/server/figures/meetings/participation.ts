import { and, between, count, inArray, sql, type SQL } from 'drizzle-orm';
import { AGE_BANDS, type AgeBand } from '../../../figures/age-bands.ts';
import {
	GROUPS,
	NOT_KNOWN,
	participationRow,
	type CodeCount,
	type Group,
	type ParticipationGroup
} from '../../../figures/meeting-figures.ts';
import type { Period } from '../../../figures/periods.ts';
import type { MeetingKind } from '../../../meetings/kinds.ts';
import { participationCodeOf } from '../../../meetings/participation.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { staffByIds } from '../../people/staff-names.ts';

/** @returns null for what is none: it is not known */
export const ageBandIn = (text: string | null): AgeBand | null =>
	AGE_BANDS.find((band) => band === text) ?? null;

/** An entry is of a meeting of these kinds that was held, and not cancelled, on a day of the period. */
export function entriesHeldIn(
	{ tables: { meetingYoungPeople: entries } }: Queries,
	period: Period,
	kinds: readonly MeetingKind[]
): SQL | undefined {
	return and(inArray(entries.kind, [...kinds]), between(entries.countedOn, period.from, period.to));
}

/** Of the meeting of such an entry, `YYYY-MM`. */
export const monthOfEntry = (queries: Queries): SQL<string> =>
	sql<string>`substr(${queries.tables.meetingYoungPeople.countedOn}, 1, 7)`;

/** Codes by the month of the meeting, an entry a child a meeting. */
export async function codesByMonth(
	queries: Queries,
	period: Period,
	kind: MeetingKind
): Promise<Map<string, CodeCount[]>> {
	const { meetingYoungPeople: entries } = queries.tables;
	const month = monthOfEntry(queries);
	const rows = await queries
		.select({ month, code: entries.participationCode, ageBand: entries.ageBand, count: count() })
		.from(entries)
		.where(entriesHeldIn(queries, period, [kind]))
		.groupBy(month, entries.participationCode, entries.ageBand);
	return Map.groupBy(rows.map(codeCount), ({ month: of }) => of);
}

/** The same of the whole period: there is less to put in order. */
export async function codesIn(
	queries: Queries,
	period: Period,
	kind: MeetingKind
): Promise<CodeCount[]> {
	const { meetingYoungPeople: entries } = queries.tables;
	const rows = await queries
		.select({ code: entries.participationCode, ageBand: entries.ageBand, count: count() })
		.from(entries)
		.where(entriesHeldIn(queries, period, [kind]))
		.groupBy(entries.participationCode, entries.ageBand);
	return rows.map(codeCount);
}

const codeCount = <T extends { code: string | null; ageBand: string | null; count: number }>(
	row: T
): T & CodeCount => ({
	...row,
	code: participationCodeOf(row.code),
	ageBand: ageBandIn(row.ageBand)
});

/** Where a group's values stand. */
export const groupColumns = (queries: Queries) =>
	({
		age: queries.tables.meetingYoungPeople.ageBand,
		...personColumns(queries)
	}) as const satisfies Readonly<Record<Group, unknown>>;

function personColumns({ tables: { youngPeople } }: Queries) {
	return {
		sex: youngPeople.sex,
		ethnicity: youngPeople.ethnicity,
		disabled: youngPeople.disabled,
		unaccompanied: youngPeople.unaccompanied,
		team: youngPeople.team,
		officer: youngPeople.officerId
	};
}

/** Codes by month, and by what young people are told apart by: each entry is read once for both. */
export async function codesByMonthAndGroup(
	core: Core,
	queries: Queries,
	period: Period,
	kind: MeetingKind
): Promise<{
	readonly byMonth: Map<string, CodeCount[]>;
	readonly groups: Record<Group, ParticipationGroup[]>;
}> {
	const { meetingYoungPeople: entries, youngPeople } = queries.tables;
	const month = monthOfEntry(queries);
	const oneOf = oneCount();
	// What they are told apart by is looked up here: grouped by all of it at once, there would be as many rows.
	const rows = (
		await queries
			.select({
				month,
				id: entries.youngPersonId,
				code: entries.participationCode,
				ageBand: entries.ageBand
			})
			.from(entries)
			.where(entriesHeldIn(queries, period, [kind]))
	).map(({ id, month: held, code, ageBand }) => ({ id, month: held, of: oneOf(code, ageBand) }));
	const people = new Map(
		(await queries.select({ id: youngPeople.id, ...personColumns(queries) }).from(youngPeople)).map(
			(row) => [row.id, row]
		)
	);
	const officers = await staffByIds(core, queries, [
		...new Set([...people.values()].flatMap(({ officer }) => officer ?? []))
	]);
	const months = tallies();
	const by = new Map(GROUPS.map((group) => [group, tallies()]));
	for (const { id, month: held, of } of rows) {
		months.add(held, of);
		const person = people.get(id);
		for (const [group, one] of by)
			one.add((group === 'age' ? of.ageBand : person?.[group]) ?? NOT_KNOWN, of);
	}
	const groups = Object.fromEntries(
		[...by].map(([group, one]) => {
			const nameOf = (value: string) =>
				group === 'officer' ? (officers.get(value)?.name ?? value) : value;
			return [
				group,
				[...one.counts()]
					.map(([value, those]) => ({ value, name: nameOf(value), ...participationRow(those) }))
					.sort(inOrderOf(group))
			];
		})
	) as Record<Group, ParticipationGroup[]>;
	return { byMonth: months.counts(), groups };
}

/** How often each code was of each value: counted up, and no list of thousands made for each of them. */
function tallies() {
	const byValue = new Map<string, Map<CodeCount, number>>();
	return {
		/** @param one the same object for the same code and age */
		add(value: string, one: CodeCount): void {
			const counts = byValue.get(value) ?? new Map<CodeCount, number>();
			counts.set(one, (counts.get(one) ?? 0) + 1);
			byValue.set(value, counts);
		},
		counts: (): Map<string, CodeCount[]> =>
			new Map(
				[...byValue].map(([value, counts]) => [
					value,
					[...counts].map(([one, count_]) => ({ ...one, count: count_ }))
				])
			)
	};
}

/** One entry, the same object for the same code and age: there are thousands, and few that differ. */
function oneCount() {
	const known = new Map<string, CodeCount>();
	return (code: string | null, ageBand: string | null): CodeCount => {
		const key = `${code} ${ageBand}`;
		const one = known.get(key) ?? codeCount({ code, ageBand, count: 1 });
		known.set(key, one);
		return one;
	};
}

export const codesByGroup = async (
	...of: Parameters<typeof codesByMonthAndGroup>
): Promise<Record<Group, ParticipationGroup[]>> => (await codesByMonthAndGroup(...of)).groups;

const { compare } = new Intl.Collator('en');

/** Ages as they come, yes before no, everything else by name; what is not known last. */
function inOrderOf(group: Group) {
	const bands: readonly string[] = AGE_BANDS;
	const place = ({ value }: ParticipationGroup) => {
		if (value === NOT_KNOWN) return bands.length;
		if (group === 'age') return bands.indexOf(value);
		return value === 'yes' ? -1 : 0;
	};
	return (a: ParticipationGroup, b: ParticipationGroup) =>
		place(a) - place(b) || compare(a.name, b.name);
}
