import { requestKindOf } from '../../rights/requests.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import type { Place } from '../vault/vault.ts';
import type { RequestRow } from './standings.ts';
import { RAISED_BY, REQUEST_STATES, type RequestRowView, type RequestState } from './views.ts';

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
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ openedByStaffId }) => openedByStaffId ?? [])
	);
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
			openedBy: staff.get(row.openedByStaffId ?? '')?.name ?? null
		};
	});
}

/** @throws Error on what is no state: the database holds none */
export function requestStateOf(text: string): RequestState {
	const state = REQUEST_STATES.find((known) => known === text);
	if (!state) throw new Error(`not a state of a request: ${text}`);
	return state;
}
