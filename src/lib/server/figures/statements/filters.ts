import { and, between, eq, gte, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { NOT_KNOWN } from '../../../figures/meeting-figures.ts';
import type { Period } from '../../../figures/periods.ts';
import {
	BAND_DAYS,
	MEETING_STATES,
	PERSON_DIMENSIONS,
	SENT_DIMENSIONS,
	STATEMENT_FILTERS,
	TIME_BANDS,
	type StatementFilter,
	type StatementFilters,
	type TimeBand
} from '../../../figures/statement-figures.ts';
import { addDays, addMonths } from '../../../meetings/working-days.ts';
import type { Queries } from '../../db/database.ts';
import { isId } from '../../ids.ts';
import { cameFor, sentIn } from './counted.ts';
import { meetingState, type DaysTaken, type Timed } from './times.ts';

const FITS: Readonly<Partial<Record<StatementFilter, (value: string) => boolean>>> = {
	month: (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
	staff: (value) => value === NOT_KNOWN || isId(value),
	opened: (value) => isBand(value),
	replied: (value) => isBand(value),
	meeting: (value) => MEETING_STATES.some((state) => state === value),
	for: (value) => value === 'reviews'
};

/** What is known of who sent it, and of more than are told apart by it. */
const OF_PERSON = [...PERSON_DIMENSIONS, 'speaks'] as const;

const isBand = (value: string): value is TimeBand => TIME_BANDS.some((band) => band === value);

/** What an address asks for, without what is no filter: a link that somebody changed shows more, and never fails. */
export function readFilters(given: StatementFilters): StatementFilters {
	return Object.fromEntries(
		STATEMENT_FILTERS.flatMap((name) => {
			const value = given[name];
			return value && (FITS[name]?.(value) ?? true) ? [[name, value]] : [];
		})
	);
}

/** For the chain of what was done: codes stand there, and what somebody’s people are like does not. */
export const codesOf = (filters: StatementFilters): Record<string, string> =>
	Object.fromEntries(
		Object.entries(filters).map(([name, value]) => [
			name,
			OF_PERSON.some((dimension) => dimension === name) ? 'set' : value
		])
	);

/** What holds of a statement's own row, by the conditions the figures are counted by. */
export function ofStatements(
	queries: Queries,
	period: Period,
	filters: StatementFilters
): SQL | undefined {
	const { statements, youngPeople } = queries.tables;
	const { formId: form, language, face, ageBand: age, careStatus: care_status } = statements;
	const sent = { form, language, face, age, care_status };
	const { sex, ethnicity, disabled, unaccompanied, team, language: speaks } = youngPeople;
	const person = { sex, ethnicity, disabled, unaccompanied, team, speaks };
	const of = <Name extends StatementFilter>(
		names: readonly Name[],
		columns: Readonly<
			Record<Name, (typeof sent)[keyof typeof sent] | (typeof person)['sex' | 'speaks']>
		>
	) =>
		names.flatMap((name) => {
			const value = filters[name];
			if (value === undefined) return [];
			return value === NOT_KNOWN ? isNull(columns[name]) : eq(columns[name], value);
		});
	const people = of(OF_PERSON, person);
	const days = withinMonth(period, filters.month);
	return and(
		filters.for === 'reviews' ? forReviewIn(queries, days) : sentIn(queries, days),
		...of(SENT_DIMENSIONS, sent),
		people.length === 0
			? undefined
			: inArray(
					statements.youngPersonId,
					queries
						.select({ id: youngPeople.id })
						.from(youngPeople)
						.where(and(...people))
				)
	);
}

/** What holds of what became of it. @param taken where days are asked for */
export function ofTimes(
	timed: Timed,
	filters: StatementFilters,
	taken: DaysTaken | null
): SQL | undefined {
	const { staff, opened, replied, meeting } = filters;
	const days = taken && taken.taken(timed);
	return and(
		staff === undefined
			? undefined
			: staff === NOT_KNOWN
				? isNull(timed.staffId)
				: sql`${timed.staffId} = ${staff}`,
		days && opened !== undefined ? inBand(opened, timed.openedAt, days.opened) : undefined,
		days && replied !== undefined ? inBand(replied, timed.repliedAt, days.replied) : undefined,
		meeting === undefined ? undefined : sql`${meetingState(timed)} = ${meeting}`
	);
}

function inBand(band: string, at: Timed['openedAt'], days: SQL): SQL | undefined {
	if (!isBand(band) || band === 'never') return isNull(at);
	const [from, to] = BAND_DAYS[band];
	return and(isNotNull(at), to === null ? gte(days, from) : between(days, from, to));
}

/** Of a period what lies in that month; nothing where they do not meet. */
function withinMonth(period: Period, month: string | undefined): Period {
	if (month === undefined) return period;
	const first = `${month}-01`;
	const last = addDays(addMonths(first, 1), -1);
	return {
		from: first > period.from ? first : period.from,
		to: last < period.to ? last : period.to
	};
}

function forReviewIn(queries: Queries, { from, to }: Period): SQL | undefined {
	const { statements, statementLinks, meetings } = queries.tables;
	const came = queries
		.select({ id: statementLinks.statementId })
		.from(statementLinks)
		.innerJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.where(
			and(
				eq(meetings.kind, 'looked_after_review'),
				gte(meetings.heldOn, from),
				lte(meetings.heldOn, to),
				isNull(meetings.cancelledAt),
				cameFor(queries)
			)
		);
	return inArray(statements.id, came);
}
