import { inArray } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { ageOn, youngPersonPlace, type YoungPersonProfile } from '../people.ts';

export interface YoungPersonName {
	readonly id: string;
	readonly name: string;
	readonly age: number;
	readonly language: string;
	readonly dialect: string | null;
}

/** Young people by id, as staff see them named. All their keys are unlocked at once. */
export async function youngPeopleByIds(
	core: Core,
	queries: Queries,
	ids: readonly string[]
): Promise<Map<string, YoungPersonName>> {
	const { youngPeople } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries
			.select({
				id: youngPeople.id,
				keyId: youngPeople.keyId,
				sealed: youngPeople.profileSealed,
				language: youngPeople.language
			})
			.from(youngPeople)
			.where(inArray(youngPeople.id, chunk))
	);
	const keys = await core.vault.unlock(
		queries,
		rows.map(({ keyId }) => keyId)
	);
	const today = londonDate(core.now());
	return new Map(
		rows.map(({ id, keyId, sealed, language }) => {
			const profile = keys.openJson<YoungPersonProfile>(keyId, youngPersonPlace(id), sealed);
			return [
				id,
				{
					id,
					name: `${profile.knownAs} ${profile.lastName}`,
					age: ageOn(profile.dateOfBirth, today),
					language,
					dialect: profile.dialect
				}
			];
		})
	);
}
