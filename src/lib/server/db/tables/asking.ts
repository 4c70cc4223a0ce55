import type { Columns } from '../columns.ts';
import type { PeopleTables } from './people.ts';
import type { StatementsTables } from './statements.ts';

/** What young people ask for, and the help they have in saying it. */
export function defineAsking(
	{ table, text, integer, blob, index, uniqueIndex }: Columns,
	{ youngPeople, staff }: PeopleTables,
	{ statements }: StatementsTables
) {
	/** An advocate, an independent visitor, a complaint, an early review, a change of worker. */
	const requests = table(
		'requests',
		{
			id: text('id').primaryKey(),
			kind: text('kind').notNull(), // RequestKind of rights/requests.ts
			raisedBy: text('raised_by').notNull(), // form · question · open_page
			youngPersonId: text('young_person_id').references(() => youngPeople.id), // null until matched
			statementId: text('statement_id').references(() => statements.id), // what whoever handles it reads
			fromStatementId: text('from_statement_id').references(() => statements.id), // a question of it asked; not theirs to read
			askedSealed: blob('asked_sealed'), // what was asked without an account, under the council's key
			sendKey: text('send_key').notNull(),
			language: text('language').notNull(),
			state: text('state').notNull(), // RequestState of requests/views.ts
			createdAt: integer('created_at').notNull(),
			matchedByStaffId: text('matched_by_staff_id').references(() => staff.id),
			matchedAt: integer('matched_at'),
			openedByStaffId: text('opened_by_staff_id').references(() => staff.id),
			openedAt: integer('opened_at'),
			closedAt: integer('closed_at')
		},
		(t) => [
			uniqueIndex('requests_send_key_unique').on(t.sendKey),
			index('requests_young_person').on(t.youngPersonId),
			index('requests_statement').on(t.statementId),
			index('requests_state').on(t.state, t.kind)
		]
	);

	/** A form gone through with a helper: on the helper's device, or on one that read a QR code. */
	const togethers = table(
		'togethers',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			formId: text('form_id').notNull(),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id), // who helps
			device: text('device').notNull(), // helpers · own
			codeIndex: text('code_index').notNull(), // opens it once
			tokenHash: text('token_hash'), // of the device it was opened on
			createdAt: integer('created_at').notNull(),
			expiresAt: integer('expires_at').notNull(),
			openedAt: integer('opened_at'),
			endedAt: integer('ended_at')
		},
		(t) => [
			uniqueIndex('togethers_code_unique').on(t.codeIndex),
			uniqueIndex('togethers_token_unique').on(t.tokenHash),
			index('togethers_young_person').on(t.youngPersonId)
		]
	);

	return { requests, togethers };
}
