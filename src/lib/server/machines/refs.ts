import { inArray } from 'drizzle-orm';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { youngPersonPlace, type YoungPersonProfile } from '../people.ts';
import type { Keyring } from '../vault/vault.ts';

/** Young people by id as the case system knows them, with what opens their words. All their keys are unlocked at once. */
export interface KnownPerson {
	readonly ref: string;
	readonly keyId: string;
	readonly keys: Keyring;
}

export async function peopleOf(
	core: Core,
	queries: Queries,
	ids: readonly string[]
): Promise<(id: string) => KnownPerson> {
	const { youngPeople } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries
			.select({
				id: youngPeople.id,
				keyId: youngPeople.keyId,
				sealed: youngPeople.profileSealed
			})
			.from(youngPeople)
			.where(inArray(youngPeople.id, chunk))
	);
	const keys = await core.vault.unlock(
		queries,
		rows.map(({ keyId }) => keyId)
	);
	const people = new Map(
		rows.map(({ id, keyId, sealed }) => {
			const { ref } = keys.openJson<YoungPersonProfile>(keyId, youngPersonPlace(id), sealed);
			return [id, { ref, keyId, keys }];
		})
	);
	return (id) => {
		const person = people.get(id);
		if (!person) throw new Error('a row is of a young person who is not there');
		return person;
	};
}

/** What the case system calls these meetings. */
export async function meetingRefsOf(
	queries: Queries,
	ids: readonly string[]
): Promise<(id: string) => { readonly id: string; readonly ref: string | null }> {
	const { meetings } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries
			.select({ id: meetings.id, ref: meetings.ref })
			.from(meetings)
			.where(inArray(meetings.id, chunk))
	);
	const refs = new Map(rows.map(({ id, ref }) => [id, ref]));
	return (id) => ({ id, ref: refs.get(id) ?? null });
}
