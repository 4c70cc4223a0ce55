import type { Columns } from '../columns.ts';
import type { PeopleTables } from './people.ts';

/** Getting in: accounts, sessions, cards and what holds back guessing. */
export function defineAccounts(
	{ table, text, integer, blob, index, uniqueIndex }: Columns,
	{ youngPeople, staff }: PeopleTables
) {
	/** Who can sign in: exactly one of the two ids is set. */
	const accounts = table(
		'accounts',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id').references(() => youngPeople.id),
			staffId: text('staff_id').references(() => staff.id),
			signInNameIndex: text('sign_in_name_index').notNull(), // of the chosen name; of the id for staff, who are found by `staff.email_index`
			signInNameSealed: blob('sign_in_name_sealed').notNull(),
			secretHash: text('secret_hash'), // argon2id; null until a first secret is set
			language: text('language'),
			face: text('face'),
			appearanceSealed: blob('appearance_sealed'),
			contactSealed: blob('contact_sealed'), // Contact: where a young person may be told that a message waits
			createdAt: integer('created_at').notNull(),
			closedAt: integer('closed_at')
		},
		(t) => [
			uniqueIndex('accounts_sign_in_name_unique').on(t.signInNameIndex),
			uniqueIndex('accounts_young_person_unique').on(t.youngPersonId),
			uniqueIndex('accounts_staff_unique').on(t.staffId)
		]
	);

	const sessions = table(
		'sessions',
		{
			tokenHash: text('token_hash').primaryKey(),
			accountId: text('account_id')
				.notNull()
				.references(() => accounts.id),
			kind: text('kind').notNull(), // shared_phone · own_phone · staff
			createdAt: integer('created_at').notNull(),
			expiresAt: integer('expires_at').notNull(), // when idle
			endsAt: integer('ends_at').notNull() // whatever happens
		},
		(t) => [index('sessions_account').on(t.accountId), index('sessions_expires').on(t.expiresAt)]
	);

	/** A card: its code opens it once, for as long as it lives. Staff get one too, for their first passphrase. */
	const invitations = table(
		'invitations',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id').references(() => youngPeople.id),
			staffId: text('staff_id').references(() => staff.id),
			codeIndex: text('code_index').notNull(),
			purpose: text('purpose').notNull(), // join · new_secret
			madeByStaffId: text('made_by_staff_id').references(() => staff.id), // null: the operator
			createdAt: integer('created_at').notNull(),
			expiresAt: integer('expires_at').notNull(),
			usedAt: integer('used_at'),
			revokedAt: integer('revoked_at')
		},
		(t) => [
			uniqueIndex('invitations_code_unique').on(t.codeIndex),
			index('invitations_young_person').on(t.youngPersonId),
			index('invitations_staff').on(t.staffId)
		]
	);

	/** Between the card and the first sign-in: the chosen name and the secret still to be confirmed. */
	const joinings = table('joinings', {
		tokenHash: text('token_hash').primaryKey(),
		invitationId: text('invitation_id')
			.notNull()
			.references(() => invitations.id),
		stateSealed: blob('state_sealed').notNull(),
		expiresAt: integer('expires_at').notNull()
	});

	const throttles = table('throttles', {
		key: text('key').primaryKey(), // a keyed hash: neither a name nor an address
		points: integer('points').notNull(),
		expiresAt: integer('expires_at')
	});

	return {
		accounts,
		sessions,
		invitations,
		joinings,
		throttles
	};
}
