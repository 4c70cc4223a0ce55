import { daysBetween, londonDate } from '../../language/dates.ts';
import { PREPARATION, type Missing } from '../../meetings/caseload.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import { isWithinTable } from '../../meetings/working-days.ts';
import { actsFor, demandOfStaff, may, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { officersByName } from '../cover/officers.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { staffByIds, type StaffName } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { caseloadRows, type CaseloadRow } from './caseload-rows.ts';

/** What a caseload can be narrowed to. */
export const SHOWN = ['all', 'overdue', 'not_planned', 'to_close', 'not_prepared'] as const;
export type Shown = (typeof SHOWN)[number];

export interface CaseloadView {
	readonly rows: readonly CaseloadLine[];
	readonly page: number;
	readonly pages: number;
	readonly shown: Shown;
	/** How many there are of each. */
	readonly counts: Readonly<Record<Shown, number>>;
	/** For who may look at anybody's: each officer, and whose this is; null for all of them together. */
	readonly officers: readonly OfficerCounts[] | null;
	readonly officerId: string | null;
}

export interface OfficerCounts {
	readonly id: string;
	readonly name: string;
	readonly counts: Readonly<Record<Shown, number>>;
}

export interface CaseloadLine {
	readonly youngPerson: { readonly id: string; readonly name: string; readonly age: number };
	readonly kind: MeetingKind;
	readonly meetingId: string | null;
	readonly scheduledAt: number | null;
	readonly dueBy: string | null;
	/** Until it is due; negative when that is over. */
	readonly daysLeft: number | null;
	/** Its due date is counted beyond the bank holidays we know, and may be too early. */
	readonly beyondHolidays: boolean;
	readonly missing: readonly Missing[];
	readonly officer: string | null;
	/** The reader may open it or plan it. */
	readonly theirs: boolean;
	readonly afterId: string | null;
}

const A_PAGE = 25;

/**
 * Whose next meeting is when, by when it is due and what is missing, by what must be done first.
 * @param input.officer for who may look at anybody's: an officer's id, or nothing for all
 */
export async function caseload(
	core: Core,
	queries: Queries,
	actor: Actor,
	input: { readonly show?: string; readonly page?: number; readonly officer?: string }
): Promise<CaseloadView> {
	demandOfStaff('caseload.see', actor);
	const acting = actsFor(actor);
	const seesAll = may('caseload.see_all', rolesOf(actor));
	const everybody = seesAll && !(actor.roles.includes('iro') && (input.officer ?? '') === '');
	const found = await caseloadRows(core, queries, everybody ? null : acting);
	const staff = await staffByIds(core, queries, [...new Set(found.flatMap((row) => row.ownerIds))]);
	const owned = found.map((row) => ({ ...row, ownerId: ownerOf(row, staff) }));

	const officers = everybody ? await officersOf(core, queries, owned) : null;
	const asked = officers && (input.officer ?? '') !== '' && input.officer !== 'all';
	const officerId = asked ? (officers.find(({ id }) => id === input.officer)?.id ?? null) : null;
	if (asked && officerId === null) throw notFound();
	const rows = owned.filter(({ ownerId }) => {
		if (!everybody) return ownerId !== null && acting.includes(ownerId);
		return officerId === null || ownerId === officerId;
	});

	const shown = SHOWN.find((one) => one === input.show) ?? 'all';
	const listed = rows.filter((row) => isShown(row, shown));
	const pages = Math.max(1, Math.ceil(listed.length / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
	const onPage = listed.slice((page - 1) * A_PAGE, page * A_PAGE);
	const people = await youngPeopleByIds(
		core,
		queries,
		onPage.map(({ youngPersonId }) => youngPersonId)
	);
	const today = londonDate(core.now());
	return {
		rows: onPage.map(({ youngPersonId, ownerId, ...row }) => ({
			youngPerson: {
				id: youngPersonId,
				name: people.get(youngPersonId)?.name ?? '',
				age: people.get(youngPersonId)?.age ?? 0
			},
			kind: row.kind,
			meetingId: row.meetingId,
			scheduledAt: row.scheduledAt,
			dueBy: row.dueBy,
			daysLeft: row.dueBy === null ? null : daysBetween(today, row.dueBy),
			beyondHolidays: row.dueBy !== null && !isWithinTable(row.dueBy),
			missing: row.missing,
			officer: staff.get(ownerId ?? '')?.name ?? null,
			theirs: ownerId !== null && acting.includes(ownerId),
			afterId: row.afterId
		})),
		page,
		pages,
		shown,
		counts: countsOf(rows),
		officers,
		officerId
	};
}

type Owned = CaseloadRow & { readonly ownerId: string | null };

/** The first of them who is still there: what somebody who left would have done falls to the next. */
function ownerOf({ ownerIds }: CaseloadRow, staff: ReadonlyMap<string, StaffName>): string | null {
	return ownerIds.find((id) => staff.get(id)?.active) ?? null;
}

export function isShown({ missing }: Pick<CaseloadRow, 'missing'>, shown: Shown): boolean {
	if (shown === 'all') return true;
	if (shown === 'not_prepared') return missing.some((one) => PREPARATION.includes(one));
	return missing.includes(shown);
}

function countsOf(rows: readonly Owned[]): Record<Shown, number> {
	const count = (shown: Shown) => rows.filter((row) => isShown(row, shown)).length;
	return {
		all: rows.length,
		overdue: count('overdue'),
		not_planned: count('not_planned'),
		to_close: count('to_close'),
		not_prepared: count('not_prepared')
	};
}

/** Every officer there is, those with nobody too. */
async function officersOf(
	core: Core,
	queries: Queries,
	rows: readonly Owned[]
): Promise<OfficerCounts[]> {
	const byOwner = Map.groupBy(rows, ({ ownerId }) => ownerId ?? '');
	const { compare } = new Intl.Collator('en');
	return (await officersByName(core, queries))
		.map(({ id, name }) => ({ id, name, counts: countsOf(byOwner.get(id) ?? []) }))
		.sort((a, b) => b.counts.overdue - a.counts.overdue || compare(a.name, b.name));
}
