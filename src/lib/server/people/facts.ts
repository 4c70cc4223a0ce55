import { eq } from 'drizzle-orm';
import type { Facts } from '../../forms/definition.ts';
import { isPlanned } from '../../meetings/linking.ts';
import { londonDate } from '../../language/dates.ts';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { ageOn, youngPersonPlace, type YoungPersonProfile } from '../people.ts';
import { staffByIds } from './staff-names.ts';

/** Somebody who may be ticked beside the chair, with the code of why they are offered. */
export interface AudienceChoice {
	readonly id: string;
	readonly name: string;
	readonly role: 'social_worker' | 'officer';
	readonly reason: 'works_with_you' | 'your_officer';
}

/** A young person's row with their profile opened. @throws Refusal `not_found` */
export async function youngPersonOf(core: Core, queries: Queries, youngPersonId: string) {
	const { youngPeople } = queries.tables;
	const [row] = await queries.select().from(youngPeople).where(eq(youngPeople.id, youngPersonId));
	if (!row) throw notFound();
	const keys = await core.vault.unlock(queries, [row.keyId]);
	const profile = keys.openJson<YoungPersonProfile>(
		row.keyId,
		youngPersonPlace(row.id),
		row.profileSealed
	);
	return { row, profile, keys };
}

/** What forms are told of a young person before they say a word. */
export async function factsOf(core: Core, queries: Queries, youngPersonId: string): Promise<Facts> {
	const { row, profile } = await youngPersonOf(core, queries, youngPersonId);
	return factsFrom(row.unaccompanied, profile, core.now());
}

export function factsFrom(
	unaccompanied: string | null,
	profile: YoungPersonProfile,
	now: number
): Facts {
	return {
		unaccompanied: unaccompanied === 'yes',
		age: ageOn(profile.dateOfBirth, londonDate(now)),
		promises: []
	};
}

/**
 * Who may be ticked beside the chair: their social worker, and their reviewing officer where somebody else chairs
 * every meeting of theirs to come.
 */
export async function audienceChoices(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<AudienceChoice[]> {
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ officerId: youngPeople.officerId, socialWorkerId: youngPeople.socialWorkerId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	if (!person) throw notFound();
	const now = core.now();
	const planned = (await meetingsOf(queries, youngPersonId)).filter((one) => isPlanned(one, now));
	const chairsOne = planned.length === 0 || planned.some((one) => one.chairId === person.officerId);
	const wanted = [
		{ id: person.socialWorkerId, role: 'social_worker', reason: 'works_with_you' } as const,
		{ id: chairsOne ? null : person.officerId, role: 'officer', reason: 'your_officer' } as const
	];
	const staff = await staffByIds(
		core,
		queries,
		wanted.flatMap(({ id }) => id ?? [])
	);
	return wanted.flatMap(({ id, role, reason }) => {
		const found = id === null ? undefined : staff.get(id);
		return id !== null && found?.active ? [{ id, name: found.name, role, reason }] : [];
	});
}

export type PeopleFacts = ReturnType<typeof createPeopleFacts>;

export function createPeopleFacts(core: Core) {
	return {
		factsOf: (queries: Queries, youngPersonId: string): Promise<Facts> =>
			factsOf(core, queries, youngPersonId),
		/** Who the young person may tick beside the chair. */
		async audienceChoices(actor: Actor): Promise<AudienceChoice[]> {
			demandOwn('statement.send', actor);
			return audienceChoices(core, core.database.read, actor.id);
		}
	};
}
