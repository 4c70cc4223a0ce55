import { and, eq, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Standing } from '../access-table.ts';
import { demandSignedIn, type Actor, type StaffActor } from '../access.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { concernedBy } from '../people/concerned.ts';
import { standingsTowards } from '../people/standings.ts';
import { barredFrom, notBarredFrom } from '../statements/barred.ts';
import type { ConcernRow } from './rows.ts';

export interface FoundConcern {
	readonly concern: ConcernRow;
	readonly keyId: string;
	readonly officerId: string | null;
	/** What the young person reads. */
	readonly language: string;
	readonly standings: readonly Standing[];
}

/**
 * Finds a concern, and every way the actor stands to the young person it is about. Whoever else they are: the young
 * person's worker, whose work it may be about, and whom what led to it is locked from, stand to it in none.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function findConcern(
	queries: Queries,
	actor: Actor,
	concernId: string
): Promise<FoundConcern> {
	demandSignedIn(actor);
	if (!isId(concernId)) throw notFound();
	const { concerns, youngPeople } = queries.tables;
	const [found] = await queries
		.select({
			concern: concerns,
			keyId: youngPeople.keyId,
			officerId: youngPeople.officerId,
			language: youngPeople.language
		})
		.from(concerns)
		.innerJoin(youngPeople, eq(youngPeople.id, concerns.youngPersonId))
		.where(eq(concerns.id, concernId));
	if (!found) throw notFound();
	const { concern } = found;
	const standings = await standingsForConcerns(queries, actor, concern.youngPersonId);
	const barred =
		concern.statementId !== null &&
		actor.kind === 'staff' &&
		(await barredFrom(queries, concern.statementId)).has(actor.id);
	return { ...found, standings: barred ? [] : standings };
}

/** How somebody stands to a young person whose care may be disputed. */
export async function standingsForConcerns(
	queries: Queries,
	actor: Actor,
	youngPersonId: string
): Promise<readonly Standing[]> {
	const standings = await standingsTowards(queries, actor, youngPersonId);
	return standings.includes('worker') ? [] : standings;
}

/** For a list joined with young people: the same of all of them at once. */
export function concernsOf(queries: Queries, actor: StaffActor): SQL | undefined {
	const { concerns, youngPeople } = queries.tables;
	return and(
		actor.roles.includes('manager')
			? undefined
			: concernedBy(queries, actor, concerns.youngPersonId),
		or(isNull(youngPeople.socialWorkerId), ne(youngPeople.socialWorkerId, actor.id)),
		notBarredFrom(queries, actor.id, concerns.statementId)
	);
}
