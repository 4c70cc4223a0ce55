import { and, between, count, countDistinct, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import {
	HANDBOOK_CASELOAD,
	type CaseloadFiguresView,
	type OfficerCaseload
} from '../../../figures/meeting-figures.ts';
import { londonDate, londonMidnight } from '../../../language/dates.ts';
import { addDays, addWorkingDays } from '../../../meetings/working-days.ts';
import { readLimits } from '../../council/limits.ts';
import type { Core } from '../../core.ts';
import { officersByName } from '../../cover/officers.ts';
import type { Queries } from '../../db/database.ts';
import { ofAnyKind } from '../../meetings/any-kind.ts';
import { readExtraDays } from '../../meetings/extra-days.ts';
import { staffByIds } from '../../people/staff-names.ts';

/** How many of what each officer has today: those without anybody too, and who left with young people still theirs. */
export async function caseloadFigures(core: Core, queries: Queries): Promise<CaseloadFiguresView> {
	const { youngPeople, carePeriods, meetings, meetingYoungPeople } = queries.tables;
	const today = londonDate(core.now());
	const allocated = await queries
		.select({ officerId: youngPeople.officerId, count: count() })
		.from(youngPeople)
		.groupBy(youngPeople.officerId);
	const cared = await queries
		.select({
			officerId: youngPeople.officerId,
			status: carePeriods.status,
			count: countDistinct(carePeriods.youngPersonId)
		})
		.from(carePeriods)
		.innerJoin(youngPeople, eq(youngPeople.id, carePeriods.youngPersonId))
		.where(
			and(
				lte(carePeriods.startedOn, today),
				or(isNull(carePeriods.endedOn), gt(carePeriods.endedOn, today))
			)
		)
		.groupBy(youngPeople.officerId, carePeriods.status);
	const near = addWorkingDays(
		today,
		(await readLimits(queries)).invite,
		await readExtraDays(queries)
	);
	// Without a chair of its own a meeting is its young person's officer's.
	const chairId = sql<string | null>`coalesce(${meetings.chairId}, ${youngPeople.officerId})`;
	const planned = await queries
		.select({ chairId, count: countDistinct(meetings.id) })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(
			and(
				between(meetings.scheduledAt, londonMidnight(today), londonMidnight(addDays(near, 1)) - 1),
				ofAnyKind(queries),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt)
			)
		)
		.groupBy(chairId);

	const ids = [
		...(await officersByName(core, queries)).map(({ id }) => id),
		...allocated.flatMap(({ officerId }) => officerId ?? []),
		...planned.flatMap((row) => row.chairId ?? [])
	];
	const staff = await staffByIds(core, queries, [...new Set(ids)]);
	const of = (officerId: string | null): OfficerCaseload => {
		const counted = (status: string) =>
			cared.find((row) => row.officerId === officerId && row.status === status)?.count ?? 0;
		const lookedAfter = counted('looked_after');
		return {
			officerId,
			name: staff.get(officerId ?? '')?.name ?? null,
			gone: staff.get(officerId ?? '')?.active === false,
			youngPeople: allocated.find((row) => row.officerId === officerId)?.count ?? 0,
			lookedAfter,
			onPlan: counted('child_protection'),
			careLeavers: counted('care_leaver'),
			meetingsNear: planned.find((row) => row.chairId === officerId)?.count ?? 0,
			load: loadOf(lookedAfter)
		};
	};
	const nobodys = of(null);
	const { compare } = new Intl.Collator('en');
	const officers = [
		...[...staff.keys()].map(of).sort((a, b) => compare(a.name ?? '', b.name ?? '')),
		...(nobodys.youngPeople + nobodys.meetingsNear > 0 ? [nobodys] : [])
	];
	const total = (count_: (one: OfficerCaseload) => number) =>
		officers.reduce((sum, one) => sum + count_(one), 0);
	return {
		officers,
		total: {
			youngPeople: total((one) => one.youngPeople),
			lookedAfter: total((one) => one.lookedAfter),
			onPlan: total((one) => one.onPlan),
			careLeavers: total((one) => one.careLeavers),
			meetingsNear: total((one) => one.meetingsNear)
		},
		handbook: HANDBOOK_CASELOAD
	};
}

function loadOf(lookedAfter: number): OfficerCaseload['load'] {
	if (lookedAfter < HANDBOOK_CASELOAD.from) return 'below';
	return lookedAfter > HANDBOOK_CASELOAD.to ? 'above' : 'within';
}
