import { londonDate } from '../../language/dates.ts';
import type { ExtraDays } from '../../meetings/working-days.ts';
import { daysLeft, isLate } from '../../rights/clocks.ts';
import { requestKindOf } from '../../rights/requests.ts';
import { isOver, THEIR_TURN } from '../../rights/stages.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import type { Place } from '../vault/vault.ts';
import { providerNames } from './providers.ts';
import type { RequestRow } from './standings.ts';
import { stageIn } from './steps.ts';
import {
	RAISED_BY,
	REQUEST_STATES,
	type ClockView,
	type RequestRowView,
	type RequestState
} from './views.ts';

/** Where the sealed words of a request without an account stand. */
export const askedPlace = (requestId: string): Place => ({
	table: 'requests',
	row: requestId,
	column: 'asked'
});

/** In a number of queries that does not grow with them. */
export async function rowViews(
	core: Core,
	queries: Queries,
	rows: readonly RequestRow[]
): Promise<RequestRowView[]> {
	if (rows.length === 0) return [];
	const people = await youngPeopleByIds(
		core,
		queries,
		rows.flatMap(({ youngPersonId }) => youngPersonId ?? [])
	);
	const named = await namesIn(core, queries, rows);
	return rows.map((row) => {
		const person = people.get(row.youngPersonId ?? '');
		return {
			id: row.id,
			kind: requestKindOf(row.kind),
			state: requestStateOf(row.state),
			raisedBy: RAISED_BY.find((known) => known === row.raisedBy) ?? 'form',
			youngPerson: person ? { id: person.id, name: person.name, age: person.age } : null,
			language: row.language,
			createdAt: row.createdAt,
			openedAt: row.openedAt,
			version: row.version,
			...named(row)
		};
	});
}

/** What both sides see of a request beside its words: who has it, and where it stands. */
export async function namesIn(core: Core, queries: Queries, rows: readonly RequestRow[]) {
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ openedByStaffId, assignedStaffId }) =>
			[openedByStaffId, assignedStaffId].flatMap((id) => id ?? [])
		)
	);
	const services = await providerNames(queries);
	const extraDays = await readExtraDays(queries);
	const date = londonDate(core.now());
	return (row: RequestRow) => ({
		openedBy: staff.get(row.openedByStaffId ?? '')?.name ?? null,
		assigned: staff.get(row.assignedStaffId ?? '')?.name ?? null,
		provider: services.get(row.providerId ?? '') ?? null,
		clock: clockOf(row, date, extraDays)
	});
}

function clockOf(row: RequestRow, date: string, extraDays: ExtraDays): ClockView {
	const { stage } = stageIn(row);
	const over = row.state === 'closed' || isOver(stage);
	const theirs = THEIR_TURN.includes(stage);
	const due = over || theirs ? null : row.stageDueOn;
	return {
		stage,
		dueOn: due,
		daysLeft: due === null ? null : daysLeft(date, due, extraDays),
		late: isLate(stage, due, date),
		theirsUntil: theirs && !over ? row.stageDueOn : null,
		over
	};
}

/** @throws Error on what is no state: the database holds none */
export function requestStateOf(text: string): RequestState {
	const state = REQUEST_STATES.find((known) => known === text);
	if (!state) throw new Error(`not a state of a request: ${text}`);
	return state;
}
