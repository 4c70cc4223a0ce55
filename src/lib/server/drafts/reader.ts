import { eq } from 'drizzle-orm';
import type { Form } from '../../forms/definition.ts';
import { chooseMeeting } from '../../meetings/linking.ts';
import { handlerOf, type RequestHandler } from '../../rights/requests.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { staffByIds } from '../people/staff-names.ts';

/** Who gets it first: one person, or everybody who handles such requests. */
export type Reader =
	| { readonly kind: 'person'; readonly name: string }
	| { readonly kind: 'service'; readonly handler: Exclude<RequestHandler, 'officer'> };

/** The same by id. */
export type ReaderId =
	| { readonly kind: 'person'; readonly id: string }
	| { readonly kind: 'service'; readonly handler: Exclude<RequestHandler, 'officer'> };

/**
 * Who will read it first. For a meeting, whoever chairs the one it would go to now, else the allocated officer. Null
 * while the young person has nobody of that kind, and for what is only kept.
 */
export async function readerOf(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	form: Form
): Promise<Reader | null> {
	const reader = await readerIdOf(core, queries, youngPersonId, form);
	if (reader?.kind !== 'person') return reader;
	const found = (await staffByIds(core, queries, [reader.id])).get(reader.id);
	return found ? { kind: 'person', name: found.name } : null;
}

export async function readerIdOf(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	form: Form
): Promise<ReaderId | null> {
	const { goesTo } = form;
	if (goesTo === 'kept' || goesTo === 'outside') return null;
	const handler = typeof goesTo === 'object' ? handlerOf(goesTo.request) : 'officer';
	if (handler !== 'officer') return { kind: 'service', handler };

	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ officerId: youngPeople.officerId, socialWorkerId: youngPeople.socialWorkerId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	const id =
		goesTo === 'worker'
			? person?.socialWorkerId
			: ((await chairOf(core, queries, youngPersonId, form)) ?? person?.officerId);
	return id ? { kind: 'person', id } : null;
}

/** Who chairs the meeting it would go to now. */
async function chairOf(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	form: Form
): Promise<string | null> {
	if (!form.meetings) return null;
	const choice = chooseMeeting(form.meetings, await meetingsOf(queries, youngPersonId), core.now());
	if (choice.outcome === 'link') return choice.meeting.chairId;
	return choice.outcome === 'ask' ? (choice.meetings[0]?.chairId ?? null) : null;
}
