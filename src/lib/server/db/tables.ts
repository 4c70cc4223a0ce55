import type { Columns } from './columns.ts';
import { defineAsking } from './tables/asking.ts';
import { defineAccounts } from './tables/accounts.ts';
import { defineConcerns } from './tables/concerns.ts';
import { defineCouncil } from './tables/council.ts';
import { defineDeciding } from './tables/deciding.ts';
import { defineFigures } from './tables/figures.ts';
import { defineMachines } from './tables/machines.ts';
import { defineMeetings } from './tables/meetings.ts';
import { defineOutside } from './tables/outside.ts';
import { definePeople } from './tables/people.ts';
import { defineStatements } from './tables/statements.ts';
import { defineTelling } from './tables/telling.ts';

/**
 * Every table, once, for both engines. Names ending in `_sealed` hold ciphertext of the vault; names ending in
 * `_index` a keyed blind index; `_at` an instant in epoch milliseconds; `_on` a London date as `YYYY-MM-DD`.
 * What a person wrote, a name, a date of birth, a contact, a picture: always sealed.
 */
export function defineTables(columns: Columns) {
	const people = definePeople(columns);
	const accounts = defineAccounts(columns, people);
	const meetings = defineMeetings(columns, people);
	const statements = defineStatements(columns, meetings, people);
	const outside = defineOutside(columns, people, meetings);
	const telling = defineTelling(columns, meetings, people, statements, outside);
	const asking = defineAsking(columns, people, statements);
	const deciding = defineDeciding(columns, people, meetings, statements);
	const concerns = defineConcerns(columns, people, meetings, statements);
	const machines = defineMachines(columns, people);
	const figures = defineFigures(columns, people, statements);
	const council = defineCouncil(columns);

	return {
		...people,
		...accounts,
		...meetings,
		...statements,
		...outside,
		...telling,
		...asking,
		...deciding,
		...concerns,
		...machines,
		...figures,
		...council
	};
}

export type Tables = ReturnType<typeof defineTables>;
