import { inArray } from 'drizzle-orm';
import { inChunks } from '../db/in-chunks.ts';
import type { Tables } from '../db/tables.ts';
import { youngPersonPlace, type YoungPersonProfile } from '../people.ts';
import { refIndexOf } from '../people/name-index.ts';
import type { ImportContext } from './context.ts';

export type KnownPerson = Tables['youngPeople']['$inferSelect'] & {
	readonly profile: YoungPersonProfile;
};

/** The young people in the database who have one of these references, by it. */
export async function knownPeople(
	{ core, tx }: ImportContext,
	refs: Iterable<string>
): Promise<Map<string, KnownPerson>> {
	const { youngPeople } = tx.tables;
	const refOf = new Map(
		[...new Set(refs)].map((ref) => [refIndexOf(core.vault, 'young_people', ref), ref])
	);
	const known = new Map<string, KnownPerson>();
	await inChunks([...refOf.keys()], async (chunk) => {
		const rows = await tx.select().from(youngPeople).where(inArray(youngPeople.refIndex, chunk));
		const keyring = await core.vault.unlock(
			tx,
			rows.map(({ keyId }) => keyId)
		);
		for (const row of rows) {
			const place = youngPersonPlace(row.id);
			const profile = keyring.openJson<YoungPersonProfile>(row.keyId, place, row.profileSealed);
			known.set(refOf.get(row.refIndex) ?? '', { ...row, profile });
		}
		return [];
	});
	return known;
}
