import { foldText } from '../language/fold.ts';
import { fieldOf, firstOf, type Fields } from './fields.ts';
import { MOST } from './parsed.ts';

/** Somebody who can be named with one tap: of their own people, or of the staff they know. */
export interface OfferedPerson {
	readonly name: string;
	readonly staffId?: string;
}

/** One numbered line of a page's people. */
export interface PersonLine extends OfferedPerson {
	readonly at: number;
	readonly staffId: string;
	readonly choice: string;
	/** Whether they are meant: what was typed is, what is offered only once it was tapped. */
	readonly named: boolean;
	readonly offered: boolean;
}

/** Every line that was posted. An offered person is named by a tick, or by the choice made for them. */
export function postedPeople(fields: Fields, id: string): PersonLine[] {
	return Array.from({ length: MOST.peopleLines }, (_, at) => {
		const of = (part: string) => firstOf(fields, fieldOf(id, `${part}-${at}`));
		const offered = of('offered') !== '';
		const choice = of('choice');
		const named = !offered || of('chosen') !== '' || choice !== '';
		return { at, name: of('name'), staffId: of('staff'), choice, named, offered };
	});
}

/**
 * The lines of a page: first everybody who is offered, then those who were typed, and one more to type. A line keeps its
 * number from one drawing of the page to the next, so that a message about it leads to it.
 */
export function peopleLines(
	fields: Fields,
	id: string,
	offers: readonly OfferedPerson[]
): { readonly offered: readonly PersonLine[]; readonly typed: readonly PersonLine[] } {
	const posted = postedPeople(fields, id);
	const taken = new Set<number>();
	const offered = offers.map(({ name, staffId = '' }, at) => {
		const found = posted.find(
			(one) =>
				!taken.has(one.at) &&
				(one.staffId === '' ? samePerson(one.name, name) : one.staffId === staffId)
		);
		if (found) taken.add(found.at);
		const named = found?.named ?? false;
		const choice = named ? (found?.choice ?? '') : '';
		return { at, name, staffId, choice, named, offered: true };
	});
	const rest = posted.filter((one) => !one.offered && !taken.has(one.at));
	const last = rest.findLastIndex(({ name, choice }) => name !== '' || choice !== '');
	const lines = Math.min(last + 2, MOST.people, MOST.peopleLines - offers.length);
	const typed = rest.slice(0, lines).map((line, index) => ({ ...line, at: offers.length + index }));
	return { offered, typed };
}

const samePerson = (one: string, other: string): boolean =>
	one !== '' && foldText(one) === foldText(other);
