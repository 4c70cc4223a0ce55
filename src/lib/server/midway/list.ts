import { londonDate } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { standingsTowards } from '../people/standings.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { heldOfOfficer, heldOfPerson, rowOf, type Held } from './due.ts';
import type { MidwayList, MidwayRow, MidwaysOf } from './views.ts';

const A_PAGE = 25;
const DONE_SHOWN = 10;
/** Enough to plan the weeks ahead. */
const SHOWN_AHEAD_DAYS = 30;

/** The midway checks of an officer's young people: what is due, and what was done last. */
export async function list(
	core: Core,
	queries: Queries,
	actor: Actor,
	input: { readonly page?: number }
): Promise<MidwayList> {
	demandOfStaff('midway.list', actor);
	const today = londonDate(core.now());
	const ahead = addDays(today, SHOWN_AHEAD_DAYS);
	const held = await heldOfOfficer(queries, actor, core.now());
	const due = held
		.filter(({ isLast, check, dueOn }) => isLast && !check?.doneOn && dueOn <= ahead)
		.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
	const pages = Math.max(1, Math.ceil(due.length / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
	const shown = due.slice((page - 1) * A_PAGE, page * A_PAGE);
	const done = held
		.filter(({ check }) => check?.doneOn)
		.sort((a, b) => (b.check?.doneOn ?? '').localeCompare(a.check?.doneOn ?? ''))
		.slice(0, DONE_SHOWN);
	const rows = await named(core, queries, [...shown, ...done], today);
	return { due: rows.slice(0, shown.length), page, pages, done: rows.slice(shown.length) };
}

/** Those of one young person, done and still to be done. */
export async function ofPerson(
	core: Core,
	queries: Queries,
	actor: Actor,
	youngPersonId: string
): Promise<MidwaysOf> {
	demandOfStaff(
		'midway.do',
		actor,
		isId(youngPersonId) ? await standingsTowards(queries, actor, youngPersonId) : []
	);
	const person = (await youngPeopleByIds(core, queries, [youngPersonId])).get(youngPersonId);
	if (!person) throw notFound();
	const youngPerson = { id: person.id, name: person.name, age: person.age };
	const today = londonDate(core.now());
	const held = await heldOfPerson(queries, youngPersonId, core.now());
	return { youngPerson, checks: held.map((one) => rowOf(one, youngPerson, today)) };
}

async function named(
	core: Core,
	queries: Queries,
	held: readonly Held[],
	today: string
): Promise<MidwayRow[]> {
	const people = await youngPeopleByIds(
		core,
		queries,
		held.map(({ youngPersonId }) => youngPersonId)
	);
	return held.map((one) => {
		const person = people.get(one.youngPersonId);
		return rowOf(
			one,
			{ id: one.youngPersonId, name: person?.name ?? '', age: person?.age ?? 0 },
			today
		);
	});
}
