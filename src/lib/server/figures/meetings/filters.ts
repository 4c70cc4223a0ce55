import { and, eq, inArray, isNull, or, sql, type Column, type SQL } from 'drizzle-orm';
import { AGE_BANDS } from '../../../figures/age-bands.ts';
import {
	GROUPS,
	NOT_KNOWN,
	NOT_TAKING_PART,
	NOT_THERE,
	TAKING_PART,
	THERE,
	TOOK_PART,
	type ListFilter,
	type ListFilters,
	type TookPart
} from '../../../figures/meeting-figures.ts';
import { MEETING_KINDS } from '../../../meetings/kinds.ts';
import { PARTICIPATION_CODES } from '../../../meetings/participation.ts';
import type { Queries } from '../../db/database.ts';
import { monthHeld, timeliness, type Clock, type Clocks } from './held.ts';
import { groupColumns, monthOfEntry } from './participation.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YES_NO = ['yes', 'no', NOT_KNOWN];

/** What each may be; null: what a case system or the council calls something, and an officer's id. */
const VALUES: Readonly<Record<ListFilter, readonly string[] | RegExp | null>> = {
	kind: MEETING_KINDS,
	month: MONTH,
	in_time: ['yes', 'no', 'unknown'],
	decisions: ['in_time', 'late', 'overdue'],
	records: ['in_time', 'late', 'overdue'],
	per: ['child'],
	code: [...PARTICIPATION_CODES, 'none'],
	participated: TOOK_PART,
	attended: ['yes', 'no'],
	age: [...AGE_BANDS, NOT_KNOWN],
	sex: null,
	ethnicity: null,
	disabled: YES_NO,
	unaccompanied: YES_NO,
	team: null,
	officer: null
};

/** Those that say something of one child at a meeting. */
const OF_A_CHILD: readonly ListFilter[] = ['per', 'code', 'participated', 'attended', ...GROUPS];

/** What an address asks for, without what is no filter: a link that somebody changed shows more, and never fails. */
export function readFilters(given: ListFilters): ListFilters {
	return Object.fromEntries(
		(Object.keys(VALUES) as ListFilter[]).flatMap((name) => {
			const values = valuesOf(name, given[name]);
			return values.length > 0 ? [[name, values.join(';')]] : [];
		})
	);
}

/** They are about the clocks that run from the day of a meeting. */
export const asksOfDays = ({ decisions, records }: ListFilters): boolean =>
	decisions !== undefined || records !== undefined;

/** Of a list a child, they ask for more of its meeting or of the young person than stands with their entry. */
export const asksOfMore = (filters: ListFilters): boolean =>
	filters.in_time !== undefined ||
	GROUPS.some((group) => group !== 'age' && filters[group] !== undefined);

export const isPerChild = (filters: ListFilters): boolean =>
	OF_A_CHILD.some((name) => filters[name] !== undefined);

function valuesOf(name: ListFilter, text: string | undefined): string[] {
	const allowed = VALUES[name];
	if (!text) return [];
	if (allowed === null) return [text];
	const fits = (value: string) =>
		allowed instanceof RegExp ? allowed.test(value) : allowed.includes(value);
	return text.split(';').filter(fits);
}

/** For the chain of what was done: codes stand there, and what somebody's people are like does not. */
export const codesOf = (filters: ListFilters): Record<string, string> =>
	Object.fromEntries(
		Object.entries(filters).map(([name, value]) => [
			name,
			VALUES[name as ListFilter] === null && name !== 'officer' ? 'set' : value
		])
	);

/**
 * The same conditions the figures are counted by, of meetings or of the entries of a list a child. Of one filter any value
 * does, and every filter has to hold.
 */
export function conditionsOf(queries: Queries, filters: ListFilters, clocks: Clocks): SQL[] {
	const { meetings, meetingYoungPeople: entries } = queries.tables;
	const held = timeliness(queries);
	const perChild = isPerChild(filters);
	const columns: Readonly<Record<string, Column>> = groupColumns(queries);
	const ofFour = sql`coalesce(${entries.ageBand}, '') <> 'under_4'`;
	const took: Readonly<Record<TookPart, SQL | undefined>> = {
		under_four: eq(entries.ageBand, 'under_4'),
		not_recorded: and(ofFour, isNull(entries.participationCode)),
		wrong_code: and(ofFour, eq(entries.participationCode, 'PN0')),
		yes: and(ofFour, inArray(entries.participationCode, [...TAKING_PART])),
		no: and(ofFour, inArray(entries.participationCode, [...NOT_TAKING_PART]))
	};
	const there: Readonly<Record<string, SQL | undefined>> = {
		yes: and(ofFour, inArray(entries.participationCode, [...THERE])),
		no: and(ofFour, inArray(entries.participationCode, [...NOT_THERE]))
	};
	const clock = (of: Clock, value: string): SQL =>
		value === 'late' ? of.late : value === 'overdue' ? of.overdue : of.inTime;
	const conditionOf = (name: ListFilter, value: string): SQL | undefined => {
		switch (name) {
			case 'per':
				return undefined;
			case 'kind':
				return eq(perChild ? entries.kind : meetings.kind, value);
			case 'month':
				return sql`${(perChild ? monthOfEntry : monthHeld)(queries)} = ${value}`;
			case 'in_time':
				return value === 'yes' ? held.yes : value === 'no' ? held.no : held.unknown;
			case 'decisions':
				return clock(clocks.decisions, value);
			case 'records':
				return clock(clocks.records, value);
			case 'code':
				return value === 'none'
					? isNull(entries.participationCode)
					: eq(entries.participationCode, value);
			case 'participated':
				return took[value as TookPart];
			case 'attended':
				return there[value];
			default: {
				const column = columns[name];
				return column && (value === NOT_KNOWN ? isNull(column) : eq(column, value));
			}
		}
	};
	return (Object.keys(filters) as ListFilter[]).flatMap(
		(name) => or(...valuesOf(name, filters[name]).map((value) => conditionOf(name, value))) ?? []
	);
}
