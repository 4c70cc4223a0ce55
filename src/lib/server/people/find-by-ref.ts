import { eq } from 'drizzle-orm';
import { demand, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { invalid } from '../errors.ts';
import { refIndexOf } from './name-index.ts';

/**
 * The young person the case system calls so.
 * @throws Refusal invalid `young_person_unknown`
 */
export async function findByRef(core: Core, actor: Actor, ref: string): Promise<string> {
	demand('data.import', rolesOf(actor));
	const { youngPeople } = core.database.read.tables;
	const [person] = await core.database.read
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(eq(youngPeople.refIndex, refIndexOf(core.vault, 'young_people', ref)));
	if (!person) throw invalid('young_person_unknown');
	return person.id;
}
