import { eq } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { staffByIds } from './staff-names.ts';

/** Somebody of the staff whom a young person knows, to be named in an answer. */
export interface NamedStaff {
	readonly id: string;
	readonly name: string;
	readonly role: 'social_worker' | 'officer' | 'chair';
}

/** Their social worker, their reviewing officer and whoever chairs a meeting of theirs, each once; those who left too. */
export async function namedStaff(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<NamedStaff[]> {
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ officerId: youngPeople.officerId, socialWorkerId: youngPeople.socialWorkerId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	const chairs = (await meetingsOf(queries, youngPersonId)).flatMap(({ chairId }) => chairId ?? []);
	const roles = new Map<string, NamedStaff['role']>(chairs.map((id) => [id, 'chair']));
	if (person?.officerId) roles.set(person.officerId, 'officer');
	if (person?.socialWorkerId) roles.set(person.socialWorkerId, 'social_worker');
	const staff = await staffByIds(core, queries, [...roles.keys()]);
	return [...roles].flatMap(([id, role]) => {
		const name = staff.get(id)?.name;
		return name === undefined ? [] : [{ id, name, role }];
	});
}
