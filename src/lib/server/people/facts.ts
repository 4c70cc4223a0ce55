import { eq } from 'drizzle-orm';
import type { Facts, GoesTo } from '../../forms/definition.ts';
import { CARE_STATUSES, type CareStatus } from '../../meetings/care.ts';
import { isPlanned } from '../../meetings/linking.ts';
import { addDays, addWorkingDays } from '../../meetings/working-days.ts';
import { handlerOf } from '../../rights/requests.ts';
import { londonDate } from '../../language/dates.ts';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { ageOn, youngPersonPlace, type YoungPersonProfile } from '../people.ts';
import { promisesToAskAbout } from '../promises/own.ts';
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
	return factsFrom(core, queries, row, profile);
}

/** How long after a meeting they are asked how it was. */
export const JUST_HELD_DAYS = 42;

export async function factsFrom(
	core: Core,
	queries: Queries,
	row: { readonly id: string; readonly unaccompanied: string | null },
	profile: YoungPersonProfile
): Promise<Facts> {
	const now = core.now();
	const today = londonDate(now);
	const meetings = await meetingsOf(queries, row.id);
	const lastHeld = meetings
		.flatMap(({ heldOn }) => heldOn ?? [])
		.filter((heldOn) => heldOn <= today)
		.sort()
		.at(-1);
	const justHeld = lastHeld !== undefined && addDays(lastHeld, JUST_HELD_DAYS) >= today;
	const writeUpBy =
		justHeld &&
		addWorkingDays(lastHeld, (await readLimits(queries)).record, await readExtraDays(queries));
	return {
		unaccompanied: row.unaccompanied === 'yes',
		age: ageOn(profile.dateOfBirth, today),
		promises: await promisesToAskAbout(core, queries, row.id),
		statuses: await statusesOf(queries, row.id, today),
		planned: [...new Set(meetings.filter((one) => isPlanned(one, now)).map(({ kind }) => kind))],
		justHeld,
		writeUpDue: writeUpBy !== false && writeUpBy <= today
	};
}

async function statusesOf(
	queries: Queries,
	youngPersonId: string,
	today: string
): Promise<CareStatus[]> {
	const { carePeriods } = queries.tables;
	const rows = await queries
		.select()
		.from(carePeriods)
		.where(eq(carePeriods.youngPersonId, youngPersonId));
	const open = rows.filter(
		({ startedOn, endedOn }) => startedOn <= today && (endedOn === null || endedOn > today)
	);
	return CARE_STATUSES.filter((status) => open.some((one) => one.status === status));
}

/**
 * Who may be ticked beside whoever gets it first: their social worker and their reviewing officer, each where they are
 * not the first anyway. With the chair, that is the officer unless somebody else chairs every meeting of theirs to come.
 */
export async function audienceChoices(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	goesTo: GoesTo = 'chair'
): Promise<AudienceChoice[]> {
	if (goesTo === 'kept' || goesTo === 'outside') return [];
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ officerId: youngPeople.officerId, socialWorkerId: youngPeople.socialWorkerId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	if (!person) throw notFound();
	const now = core.now();
	const planned = (await meetingsOf(queries, youngPersonId)).filter((one) => isPlanned(one, now));
	const chairsOne = planned.length === 0 || planned.some((one) => one.chairId === person.officerId);
	const officerIsFirst =
		goesTo === 'chair' ? chairsOne : goesTo !== 'worker' && handlerOf(goesTo.request) === 'officer';
	const workerId = goesTo === 'worker' ? null : person.socialWorkerId;
	const officerId = officerIsFirst ? null : person.officerId;
	const wanted = [
		{ id: workerId, role: 'social_worker', reason: 'works_with_you' } as const,
		{ id: officerId, role: 'officer', reason: 'your_officer' } as const
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
		/** Who the young person may tick beside whoever gets it first. */
		async audienceChoices(actor: Actor, goesTo?: GoesTo): Promise<AudienceChoice[]> {
			demandOwn('statement.send', actor);
			return audienceChoices(core, core.database.read, actor.id, goesTo);
		}
	};
}
