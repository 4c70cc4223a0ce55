import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { youngPersonPlace, type YoungPersonProfile } from '../people.ts';

/** What is sealed of young people, by id. Without those whose key was destroyed: of them nothing can be told any more. */
export async function profilesOf(
	core: Core,
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Map<string, YoungPersonProfile>> {
	const { youngPeople, dataKeys } = queries.tables;
	const profiles = new Map<string, YoungPersonProfile>();
	await inChunks(youngPersonIds, async (chunk) => {
		const rows = await queries
			.select({
				id: youngPeople.id,
				keyId: youngPeople.keyId,
				sealed: youngPeople.profileSealed
			})
			.from(youngPeople)
			.innerJoin(dataKeys, eq(dataKeys.id, youngPeople.keyId))
			.where(and(inArray(youngPeople.id, chunk), isNull(dataKeys.destroyedAt)));
		const keys = await core.vault.unlock(
			queries,
			rows.map(({ keyId }) => keyId)
		);
		for (const { id, keyId, sealed } of rows)
			profiles.set(id, keys.openJson<YoungPersonProfile>(keyId, youngPersonPlace(id), sealed));
		return [];
	});
	return profiles;
}
