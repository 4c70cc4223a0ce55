import { and, asc, count, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { Period } from '../../figures/periods.ts';
import type { CarerFlag } from '../../forms/catalogue/carer-consultation.ts';
import type { CarerRole } from '../../meetings/carers.ts';
import { addDays, addMonths } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { askedPeriod } from '../figures/asked-period.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { askedIn, seen, type AskedOf } from './figures.ts';
import { carerFlagOf, carerRoleOf } from './rows.ts';

const A_PAGE = 25;
const MOST_FLAGGED = 50;
const NONE = 'none';

/** A placement a carer says is under strain, before a review that is still to come. */
export interface FlaggedRow {
	readonly meetingId: string;
	readonly scheduledAt: number | null;
	readonly youngPerson: string;
	readonly officer: string | null;
	readonly role: CarerRole;
	readonly flag: CarerFlag;
	readonly answeredAt: number;
}

export interface UnansweredRow {
	readonly id: string;
	readonly meetingId: string;
	readonly scheduledAt: number | null;
	readonly youngPerson: string;
	readonly officer: string | null;
	readonly role: CarerRole;
	readonly askedAt: number;
	readonly chasedAt: number | null;
}

export interface UnansweredView {
	readonly period: Period;
	readonly rows: readonly UnansweredRow[];
	readonly total: number;
	readonly page: number;
	readonly pages: number;
}

/** Soonest first; those whose review was held or is off are dealt with there. */
export async function flaggedCarers(core: Core, actor: Actor): Promise<FlaggedRow[]> {
	demandOfStaff('figures.list', actor);
	const rows = await flaggedNow(core, core.database.read);
	await seen(core, actor, 'figures.listed', { list: 'carers_flagged', total: rows.length });
	return rows;
}

async function flaggedNow(core: Core, queries: Queries): Promise<FlaggedRow[]> {
	const { carerConsultations, meetings, youngPeople } = queries.tables;
	const rows = await queries
		.select({
			meetingId: meetings.id,
			scheduledAt: meetings.scheduledAt,
			youngPersonId: youngPeople.id,
			officerId: youngPeople.officerId,
			role: carerConsultations.role,
			flag: carerConsultations.flag,
			answeredAt: carerConsultations.answeredAt
		})
		.from(carerConsultations)
		.innerJoin(meetings, eq(meetings.id, carerConsultations.meetingId))
		.innerJoin(youngPeople, eq(youngPeople.id, carerConsultations.youngPersonId))
		.where(
			and(
				isNotNull(carerConsultations.flag),
				isNotNull(carerConsultations.answeredAt),
				isNull(carerConsultations.endedAt),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			)
		)
		.orderBy(asc(meetings.scheduledAt), asc(carerConsultations.id))
		.limit(MOST_FLAGGED);
	const name = await namesOf(core, queries, rows);
	return rows.flatMap(({ youngPersonId, officerId, answeredAt, ...row }) => {
		const flag = carerFlagOf(row.flag);
		if (flag === null || answeredAt === null) return [];
		const { meetingId, scheduledAt } = row;
		const role = carerRoleOf(row.role);
		return [{ meetingId, scheduledAt, role, flag, answeredAt, ...name(youngPersonId, officerId) }];
	});
}

async function namesOf(
	core: Core,
	queries: Queries,
	rows: readonly { readonly youngPersonId: string; readonly officerId: string | null }[]
) {
	const people = await youngPeopleByIds(
		core,
		queries,
		rows.map(({ youngPersonId }) => youngPersonId)
	);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ officerId }) => officerId ?? [])
	);
	return (youngPersonId: string, officerId: string | null) => ({
		youngPerson: people.get(youngPersonId)?.name ?? '',
		officer: staff.get(officerId ?? '')?.name ?? null
	});
}

/** Who of those asked in a period has not answered, by the name of the young person; latest first. */
export async function unansweredCarers(
	core: Core,
	actor: Actor,
	asked: AskedOf,
	pageAsked = 1
): Promise<UnansweredView> {
	demandOfStaff('figures.list', actor);
	const period = askedPeriod(core, asked);
	const view = await core.database.snapshot(async (queries) => {
		const { carerConsultations, meetings, youngPeople } = queries.tables;
		const which = and(
			askedIn(queries, narrowed(period, asked.month)),
			isNull(carerConsultations.answeredAt),
			asked.role ? eq(carerConsultations.role, asked.role) : undefined,
			isGroup(youngPeople.team, asked.team),
			isGroup(youngPeople.officerId, asked.officer)
		);
		const [counted] = await queries
			.select({ total: count() })
			.from(carerConsultations)
			.innerJoin(youngPeople, eq(youngPeople.id, carerConsultations.youngPersonId))
			.where(which);
		const total = counted?.total ?? 0;
		const pages = Math.max(1, Math.ceil(total / A_PAGE));
		const page = Math.min(pages, Math.max(1, Math.floor(pageAsked) || 1));
		const rows = await queries
			.select({
				id: carerConsultations.id,
				meetingId: meetings.id,
				scheduledAt: meetings.scheduledAt,
				youngPersonId: youngPeople.id,
				officerId: youngPeople.officerId,
				role: carerConsultations.role,
				askedAt: carerConsultations.askedAt,
				chasedAt: carerConsultations.chasedAt
			})
			.from(carerConsultations)
			.innerJoin(meetings, eq(meetings.id, carerConsultations.meetingId))
			.innerJoin(youngPeople, eq(youngPeople.id, carerConsultations.youngPersonId))
			.where(which)
			.orderBy(desc(carerConsultations.askedAt), asc(carerConsultations.id))
			.limit(A_PAGE)
			.offset((page - 1) * A_PAGE);
		const name = await namesOf(core, queries, rows);
		return {
			...{ period, total, page, pages },
			rows: rows.map(({ youngPersonId, officerId, role, ...row }) => ({
				...row,
				role: carerRoleOf(role),
				...name(youngPersonId, officerId)
			}))
		};
	});
	await seen(core, actor, 'figures.listed', {
		list: 'carers',
		...period,
		page: view.page,
		total: view.total
	});
	return view;
}

/** One month of a period. */
function narrowed(period: Period, month: string | undefined): Period {
	if (month === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return period;
	const first = `${month}-01`;
	const last = addDays(addMonths(first, 1), -1);
	return {
		from: first > period.from ? first : period.from,
		to: last < period.to ? last : period.to
	};
}

const isGroup = (
	column: Queries['tables']['youngPeople']['team' | 'officerId'],
	wanted: string | undefined
): SQL | undefined => {
	if (!wanted) return undefined;
	return wanted === NONE ? isNull(column) : eq(column, wanted);
};
