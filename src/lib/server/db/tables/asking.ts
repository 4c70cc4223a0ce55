import type { Columns } from '../columns.ts';
import type { PeopleTables } from './people.ts';
import type { StatementsTables } from './statements.ts';

/** What young people ask for, and the help they have in saying it. */
export function defineAsking(
	{ table, text, integer, blob, index, uniqueIndex }: Columns,
	{ youngPeople, staff }: PeopleTables,
	{ statements }: StatementsTables
) {
	/** An advocacy service of another organisation. */
	const providers = table('providers', {
		id: text('id').primaryKey(),
		name: text('name').notNull(),
		active: integer('active').notNull(),
		createdAt: integer('created_at').notNull()
	});

	const staffProviders = table(
		'staff_providers',
		{
			staffId: text('staff_id')
				.primaryKey()
				.references(() => staff.id),
			providerId: text('provider_id')
				.notNull()
				.references(() => providers.id)
		},
		(t) => [index('staff_providers_provider').on(t.providerId)]
	);

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
			closedAt: integer('closed_at'),
			providerId: text('provider_id').references(() => providers.id), // the advocacy service it was given to
			assignedStaffId: text('assigned_staff_id').references(() => staff.id), // who answers it, by name
			stage: text('stage'), // Stage of rights/stages.ts; null before anybody began
			stageStartedOn: text('stage_started_on'), // London date
			stageDueOn: text('stage_due_on'),
			version: integer('version').notNull().default(0) // counts its steps: two at once do not both happen
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

	/** What became of a request, step after step. */
	const requestSteps = table(
		'request_steps',
		{
			id: text('id').primaryKey(),
			requestId: text('request_id')
				.notNull()
				.references(() => requests.id),
			number: integer('number').notNull(), // the version of the request it made; 0 for its coming
			sendKey: text('send_key').notNull(), // a second tap makes no second step
			kind: text('kind').notNull(), // StepKind of rights/stages.ts
			stage: text('stage'), // the stage it began or belongs to
			startedOn: text('started_on'),
			dueOn: text('due_on'),
			wordsSealed: blob('words_sealed'), // what was written to the young person, or the reason
			language: text('language').notNull(),
			byStaffId: text('by_staff_id').references(() => staff.id), // null: the young person, or Sayso
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('request_steps_send_key_unique').on(t.sendKey),
			uniqueIndex('request_steps_number_unique').on(t.requestId, t.number)
		]
	);

	return { providers, staffProviders, requests, requestSteps, togethers };
}
