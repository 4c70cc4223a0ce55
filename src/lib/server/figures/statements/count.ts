import { and, count, eq, sql, sum, type SQL } from 'drizzle-orm';
import { NOT_KNOWN } from '../../../figures/meeting-figures.ts';
import type { Period } from '../../../figures/periods.ts';
import {
	byMonth,
	timesOf,
	valueCounts,
	type ChairTimes,
	type PerReview,
	type StatementFigures as Counted,
	type TimesCount
} from '../../../figures/statement-figures.ts';
import type { Core } from '../../core.ts';
import type { Queries } from '../../db/database.ts';
import { staffByIds } from '../../people/staff-names.ts';
import { counted, heldIn, monthHeld } from '../meetings/held.ts';
import { sentIn } from './counted.ts';
import { londonMonth } from './steps.ts';
import { timesIn } from './times.ts';

/** Everything counted of the statements sent in a period, for the pages and for the annual report alike. */
export async function statementFigures(
	core: Core,
	queries: Queries,
	period: Period
): Promise<Counted> {
	const sent = await bySent(queries, period);
	const person = await byPerson(queries, period);
	const times = await timesIn(core, queries, period);
	const months = byMonth(period, await monthsIn(queries, period), { sent: 0 });
	return {
		period,
		sent: sent.reduce((sum, row) => sum + row.count, 0),
		by: {
			form: valueCounts(sent, (row) => row.formId),
			language: valueCounts(sent, (row) => row.language),
			face: valueCounts(sent, (row) => row.face),
			age: valueCounts(sent, (row) => row.ageBand),
			care_status: valueCounts(sent, (row) => row.careStatus),
			sex: valueCounts(person, (row) => row.sex),
			ethnicity: valueCounts(person, (row) => row.ethnicity),
			disabled: valueCounts(person, (row) => row.disabled),
			unaccompanied: valueCounts(person, (row) => row.unaccompanied),
			team: valueCounts(person, (row) => row.team)
		},
		months,
		times: timesOf(times),
		chairs: await byChair(core, queries, times),
		reviews: await perReview(queries, period)
	};
}

function bySent(queries: Queries, period: Period) {
	const { statements } = queries.tables;
	const { formId, language, face, ageBand, careStatus } = statements;
	return queries
		.select({ formId, language, face, ageBand, careStatus, count: count() })
		.from(statements)
		.where(sentIn(queries, period))
		.groupBy(formId, language, face, ageBand, careStatus);
}

function byPerson(queries: Queries, period: Period) {
	const { statements, youngPeople } = queries.tables;
	const { sex, ethnicity, disabled, unaccompanied, team } = youngPeople;
	return queries
		.select({ sex, ethnicity, disabled, unaccompanied, team, count: count() })
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.where(sentIn(queries, period))
		.groupBy(sex, ethnicity, disabled, unaccompanied, team);
}

function monthsIn(queries: Queries, period: Period) {
	const { statements } = queries.tables;
	const month = londonMonth(statements.sentAt, period);
	return queries
		.select({ month, sent: count() })
		.from(statements)
		.where(sentIn(queries, period))
		.groupBy(month);
}

async function byChair(
	core: Core,
	queries: Queries,
	times: readonly TimesCount[]
): Promise<ChairTimes[]> {
	const byStaff = Map.groupBy(times, ({ staffId }) => staffId ?? NOT_KNOWN);
	const names = await staffByIds(core, queries, [...byStaff.keys()]);
	return [...byStaff]
		.map(([staffId, rows]) => ({
			staffId,
			name: names.get(staffId)?.name ?? null,
			...timesOf(rows)
		}))
		.sort((a, b) => b.opened.statements - a.opened.statements || (a.staffId < b.staffId ? -1 : 1));
}

/** Looked-after reviews held in a period, with how many statements came for each. */
export async function perReview(queries: Queries, period: Period): Promise<Counted['reviews']> {
	const { meetings } = queries.tables;
	const month = monthHeld(queries);
	const rows = await queries
		.select({
			month,
			reviews: count(),
			statements: sum(meetings.came).mapWith(Number),
			withStatement: heard(queries)
		})
		.from(meetings)
		.where(reviewsHeld(queries, period))
		.groupBy(month);
	const of = (what: keyof PerReview) => rows.reduce((total, row) => total + row[what], 0);
	return {
		reviews: of('reviews'),
		statements: of('statements'),
		withStatement: of('withStatement'),
		months: byMonth(period, rows, { reviews: 0, statements: 0, withStatement: 0 })
	};
}

/** Looked-after reviews held in a period, and for how many of them anything came at all. */
export async function reviewsHeard(
	queries: Queries,
	period: Period
): Promise<Pick<PerReview, 'reviews' | 'withStatement'>> {
	const [row] = await queries
		.select({ reviews: count(), withStatement: heard(queries) })
		.from(queries.tables.meetings)
		.where(reviewsHeld(queries, period));
	return { reviews: row?.reviews ?? 0, withStatement: row?.withStatement ?? 0 };
}

/** How many meetings of a group something came for. */
const heard = ({ tables: { meetings } }: Queries): SQL<number> =>
	counted(sql`${meetings.came} > 0`);

const reviewsHeld = (queries: Queries, period: Period): SQL | undefined =>
	and(...heldIn(queries, period, ['looked_after_review']));
