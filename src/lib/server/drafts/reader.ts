import { eq } from 'drizzle-orm';
import type { Form } from '../../forms/definition.ts';
import { chooseMeeting } from '../../meetings/linking.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { staffByIds } from '../people/staff-names.ts';

export interface Reader {
	readonly name: string;
}

/**
 * Who will read it first: the chair of the meeting it would go to now, else the allocated officer. Null while the young
 * person has neither.
 */
export async function readerOf(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	form: Form
): Promise<Reader | null> {
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ officerId: youngPeople.officerId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	const all = form.meetings ? await meetingsOf(queries, youngPersonId) : [];
	const choice = form.meetings ? chooseMeeting(form.meetings, all, core.now()) : null;
	const meeting = choice?.outcome === 'ask' ? choice.meetings[0] : undefined;
	const linked = choice?.outcome === 'link' ? choice.meeting : meeting;
	const id = linked?.chairId ?? person?.officerId;
	if (!id) return null;
	const found = (await staffByIds(core, queries, [id])).get(id);
	return found ? { name: found.name } : null;
}
