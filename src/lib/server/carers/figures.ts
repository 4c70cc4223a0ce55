import { and, count, eq, gte, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm';
import {
	answerDays,
	carerReturn,
	halfWithin,
	type AnswerDays,
	type CarerCount,
	type CarerReturn
} from '../../figures/carer-figures.ts';
import { monthsOf, type Period } from '../../figures/periods.ts';
import { londonMidnight } from '../../language/dates.ts';
import { CARER_ROLES, type CarerRole } from '../../meetings/carers.ts';
import { addDays } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { askedPeriod } from '../figures/asked-period.ts';
import { londonMonth } from '../figures/statements/steps.ts';
import { staffByIds } from '../people/staff-names.ts';

/** As it stands in an address; what is not there, or is not right, is not asked for. */
export interface AskedOf extends Partial<Period> {
	/** `YYYY-MM` */
	readonly month?: string;
	readonly role?: string;
	/** `none`: those without one */
	readonly team?: string;
	readonly officer?: string;
}

interface Group extends CarerReturn {
	/** Null: those without one. */
	readonly id: string | null;
}

export interface CarerFiguresView {
	readonly period: Period;
	readonly total: CarerReturn;
	readonly months: readonly (CarerReturn & { readonly id: string })[];
	readonly roles: readonly (CarerReturn & { readonly id: CarerRole })[];
	readonly teams: readonly Group[];
	readonly officers: readonly (Group & { readonly name: string | null })[];
	readonly days: Readonly<Record<AnswerDays, number>>;
	/** Half of the answers came within so many days. */
	readonly halfWithin: number | null;
}

/** Whom nobody asks any more counts nowhere. */
export function askedIn(queries: Queries, { from, to }: Period): SQL | undefined {
	const { carerConsultations } = queries.tables;
	return and(
		gte(carerConsultations.askedAt, londonMidnight(from)),
		lt(carerConsultations.askedAt, londonMidnight(addDays(to, 1))),
		isNull(carerConsultations.endedAt)
	);
}

export async function carerFigures(
	core: Core,
	actor: Actor,
	asked: AskedOf
): Promise<CarerFiguresView> {
	demandOfStaff('figures.see', actor);
	const period = askedPeriod(core, asked);
	const view = await core.database.snapshot(async (queries) => {
		const counted = await countedIn(queries, period);
		const groups = await groupsIn(queries, period);
		const days = await daysIn(queries, period);
		const months = by(counted, ({ month }) => month);
		const officers = by(groups, ({ officerId }) => officerId);
		const names = await staffByIds(
			core,
			queries,
			officers.flatMap(({ id }) => id ?? [])
		);
		return {
			period,
			total: carerReturn(counted),
			months: monthsOf(period).map(
				(id) => months.find((one) => one.id === id) ?? { id, ...carerReturn([]) }
			),
			roles: CARER_ROLES.map((id) => ({
				id,
				...carerReturn(counted.filter(({ role }) => role === id))
			})),
			teams: named(
				by(groups, ({ team }) => team),
				(id) => id
			),
			officers: named(
				officers.map((one) => ({ ...one, name: names.get(one.id ?? '')?.name ?? null })),
				(id) => names.get(id)?.name ?? ''
			),
			days: answerDays(days),
			halfWithin: halfWithin(days)
		};
	});
	await seen(core, actor, 'figures.seen', { view: 'carers', ...period });
	return view;
}

const by = <Row extends CarerCount, Key>(rows: readonly Row[], keyOf: (row: Row) => Key) =>
	[...Map.groupBy(rows, keyOf)].map(([id, of]) => ({ id, ...carerReturn(of) }));

/** By name; those without one last. */
function named<One extends { readonly id: string | null }>(
	groups: readonly One[],
	nameOf: (id: string) => string
): One[] {
	const { compare } = new Intl.Collator('en');
	const key = ({ id }: One) => (id === null ? '\uffff' : nameOf(id));
	return groups.toSorted((a, b) => compare(key(a), key(b)));
}

export const seen = (
	core: Core,
	actor: Actor,
	action: 'figures.seen' | 'figures.listed',
	detail: Readonly<Record<string, string | number>>
) => core.database.inTransaction((tx) => core.audit.record(tx, { action, actor, detail }));

/** What is counted of some of them. */
function counts({ tables: { carerConsultations } }: Queries) {
	const { answeredAt, chasedAt } = carerConsultations;
	const when = (condition: SQL) =>
		sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number);
	const answered = sql`${answeredAt} is not null`;
	return {
		asked: count(),
		answered: when(answered),
		chased: when(sql`${chasedAt} is not null`),
		answeredAfterwards: when(sql`${chasedAt} is not null and ${answered}`)
	};
}

/** Few rows, however many were asked: by all that tells them apart at once there would be as many. */
async function countedIn(queries: Queries, period: Period) {
	const { carerConsultations } = queries.tables;
	const { askedAt, role } = carerConsultations;
	const month = londonMonth(askedAt, period);
	return queries
		.select({ month: month.as('month'), role, ...counts(queries) })
		.from(carerConsultations)
		.where(askedIn(queries, period))
		.groupBy(month, role);
}

async function groupsIn(queries: Queries, period: Period) {
	const { carerConsultations, youngPeople } = queries.tables;
	const { team, officerId } = youngPeople;
	return queries
		.select({ team, officerId, ...counts(queries) })
		.from(carerConsultations)
		.innerJoin(youngPeople, eq(youngPeople.id, carerConsultations.youngPersonId))
		.where(askedIn(queries, period))
		.groupBy(team, officerId);
}

/** How many answers took how many whole days. */
async function daysIn(queries: Queries, period: Period) {
	const { carerConsultations } = queries.tables;
	const { answeredAt, askedAt } = carerConsultations;
	const days = sql<number>`((${answeredAt} - ${askedAt}) / 86400000)`.mapWith(Number);
	return queries
		.select({ days, count: count() })
		.from(carerConsultations)
		.where(and(askedIn(queries, period), isNotNull(answeredAt)))
		.groupBy(days);
}
