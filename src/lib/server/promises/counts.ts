import { count, eq, sql, type SQL } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';
import type { CouncilPromises, PromiseCounts } from './views.ts';

/** @param today London date: what was due before it and is open is overdue */
export async function countsOf(
	queries: Queries,
	which: SQL | undefined,
	today: string
): Promise<PromiseCounts> {
	const { decisions } = queries.tables;
	const [counted] = await queries.select(columns(queries, today)).from(decisions).where(which);
	return numbers(counted);
}

/** Of the whole council and of each officer's young people: counts alone. */
export async function councilPromises(
	core: Core,
	queries: Queries,
	promised: SQL | undefined,
	today: string
): Promise<CouncilPromises> {
	const { decisions, youngPeople } = queries.tables;
	const rows = await queries
		.select({ officerId: youngPeople.officerId, ...columns(queries, today) })
		.from(decisions)
		.innerJoin(youngPeople, eq(youngPeople.id, decisions.youngPersonId))
		.where(promised)
		.groupBy(youngPeople.officerId);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ officerId }) => officerId ?? [])
	);
	const officers = rows
		.map((row) => ({ ...numbers(row), name: staff.get(row.officerId ?? '')?.name ?? null }))
		.sort((a, b) => b.overdue - a.overdue || (a.name ?? '').localeCompare(b.name ?? ''));
	const sum = (of: (counts: PromiseCounts) => number) =>
		officers.reduce((total, counts) => total + of(counts), 0);
	return {
		open: sum(({ open }) => open),
		overdue: sum(({ overdue }) => overdue),
		done: sum(({ done }) => done),
		notDone: sum(({ notDone }) => notDone),
		officers
	};
}

function columns(queries: Queries, today: string) {
	const { done, dueOn } = queries.tables.decisions;
	const where = (holds: SQL) => count(sql`case when ${holds} then 1 end`);
	return {
		open: where(sql`${done} is null`),
		overdue: where(sql`${done} is null and ${dueOn} < ${today}`),
		done: where(sql`${done} = 'done'`),
		notDone: where(sql`${done} = 'not_done'`)
	};
}

function numbers(row: Readonly<Record<keyof PromiseCounts, number>> | undefined): PromiseCounts {
	return {
		open: Number(row?.open ?? 0),
		overdue: Number(row?.overdue ?? 0),
		done: Number(row?.done ?? 0),
		notDone: Number(row?.notDone ?? 0)
	};
}
