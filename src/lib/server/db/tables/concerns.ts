import type { Columns } from '../columns.ts';
import type { MeetingsTables } from './meetings.ts';
import type { PeopleTables } from './people.ts';
import type { StatementsTables } from './statements.ts';

/** What an officer does not let rest: disputes about a young person's care, and a look in between meetings. */
export function defineConcerns(
	{ table, text, integer, blob, index, uniqueIndex }: Columns,
	{ youngPeople, staff }: PeopleTables,
	{ meetings }: MeetingsTables,
	{ statements }: StatementsTables
) {
	const concerns = table(
		'concerns',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			sendKey: text('send_key').notNull(),
			meetingId: text('meeting_id').references(() => meetings.id),
			statementId: text('statement_id').references(() => statements.id), // what led to it
			colour: text('colour').notNull(), // red · amber · green
			wordsSealed: blob('words_sealed').notNull(),
			stage: text('stage').notNull(), // id of a stage of the council's settings
			stageDueOn: text('stage_due_on'),
			raisedByStaffId: text('raised_by_staff_id')
				.notNull()
				.references(() => staff.id),
			raisedAt: integer('raised_at').notNull(),
			tellingSealed: blob('telling_sealed').notNull(), // Telling: how the young person was told, or why not
			toldAt: integer('told_at'), // the young person was told
			advocateOfferedAt: integer('advocate_offered_at'),
			closedAt: integer('closed_at'),
			outcome: text('outcome'), // ConcernOutcome, once it is closed
			version: integer('version').notNull()
		},
		(t) => [
			uniqueIndex('concerns_send_key_unique').on(t.sendKey),
			index('concerns_young_person').on(t.youngPersonId),
			index('concerns_stage').on(t.closedAt, t.stageDueOn)
		]
	);

	const concernSteps = table(
		'concern_steps',
		{
			id: text('id').primaryKey(),
			concernId: text('concern_id')
				.notNull()
				.references(() => concerns.id),
			sendKey: text('send_key').notNull(),
			kind: text('kind').notNull(), // ConcernStepKind of rights/concerns.ts
			stage: text('stage').notNull(),
			dueOn: text('due_on'),
			colour: text('colour'), // what it was changed to
			outcome: text('outcome'), // of closing it
			wordsSealed: blob('words_sealed'),
			byStaffId: text('by_staff_id').references(() => staff.id),
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('concern_steps_send_key_unique').on(t.sendKey),
			index('concern_steps_concern').on(t.concernId)
		]
	);

	/** A look between two meetings: how the plan is going, and what was said. */
	const midwayChecks = table(
		'midway_checks',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id), // the one held before it
			dueOn: text('due_on').notNull(),
			doneOn: text('done_on'),
			going: text('going'), // well · partly · not
			wordsSealed: blob('words_sealed'),
			byStaffId: text('by_staff_id').references(() => staff.id),
			version: integer('version').notNull(),
			updatedAt: integer('updated_at').notNull()
		},
		(t) => [
			uniqueIndex('midway_checks_one_a_meeting').on(t.meetingId, t.youngPersonId),
			index('midway_checks_due').on(t.doneOn, t.dueOn)
		]
	);

	return { concerns, concernSteps, midwayChecks };
}
