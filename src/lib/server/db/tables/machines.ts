import type { Columns } from '../columns.ts';
import type { PeopleTables } from './people.ts';

/** The case system: what may fetch from Sayso, and what has been copied there. */
export function defineMachines(
	{ table, text, integer, index, uniqueIndex }: Columns,
	{ youngPeople, staff }: PeopleTables
) {
	const apiKeys = table(
		'api_keys',
		{
			id: text('id').primaryKey(),
			name: text('name').notNull(), // what it is for, as the administrator calls it
			tokenHash: text('token_hash').notNull(),
			scopes: text('scopes').notNull(), // ApiScope of machines/scopes.ts, separated by ;
			madeByStaffId: text('made_by_staff_id').references(() => staff.id),
			createdAt: integer('created_at').notNull(),
			expiresAt: integer('expires_at').notNull(),
			lastUsedAt: integer('last_used_at'),
			revokedAt: integer('revoked_at')
		},
		(t) => [uniqueIndex('api_keys_token_unique').on(t.tokenHash)]
	);

	/** A document that stands in the case record now. */
	const caseCopies = table(
		'case_copies',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			kind: text('kind').notNull(), // CopiedKind of machines/copies.ts
			subjectId: text('subject_id').notNull(),
			copiedOn: text('copied_on').notNull(), // London date
			byStaffId: text('by_staff_id').references(() => staff.id),
			byKeyId: text('by_key_id').references(() => apiKeys.id),
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('case_copies_once').on(t.kind, t.subjectId, t.youngPersonId),
			index('case_copies_young_person').on(t.youngPersonId)
		]
	);

	return { apiKeys, caseCopies };
}
