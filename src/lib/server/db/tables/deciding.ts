import type { Columns } from '../columns.ts';
import type { MeetingsTables } from './meetings.ts';
import type { PeopleTables } from './people.ts';
import type { StatementsTables } from './statements.ts';

/** What a meeting decided, who may object, and what the young person is told of it. */
export function defineDeciding(
	{ table, text, integer, blob, index, uniqueIndex, primaryKey }: Columns,
	{ youngPeople, staff }: PeopleTables,
	{ meetings }: MeetingsTables,
	{ statements }: StatementsTables
) {
	/**
	 * One thing that was raised, and what was decided about it. Without an outcome it is still a point; with an owner and a
	 * date it is a promise.
	 */
	const decisions = table(
		'decisions',
		{
			id: text('id').primaryKey(),
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			sendKey: text('send_key').notNull(),
			statementId: text('statement_id').references(() => statements.id), // whose answer raised it
			questionId: text('question_id'),
			kept: text('kept'), // chair · protected: what raised it was said for the chair alone, or must not be told as theirs
			position: integer('position').notNull(),
			starred: integer('starred').notNull(),
			pointSealed: blob('point_sealed').notNull(), // DecisionWords: the point as it was raised
			outcome: text('outcome'), // agreed · partly · not_agreed
			decidedSealed: blob('decided_sealed'), // DecisionWords: what was decided
			whySealed: blob('why_sealed'), // DecisionWords
			ownerStaffId: text('owner_staff_id').references(() => staff.id),
			ownerSealed: blob('owner_sealed'), // the name of an owner who is not staff
			dueOn: text('due_on'),
			done: text('done'), // done · not_done; null while it is open
			doneOn: text('done_on'),
			doneByStaffId: text('done_by_staff_id').references(() => staff.id),
			doneWhySealed: blob('done_why_sealed'), // why it was not done
			version: integer('version').notNull(),
			createdAt: integer('created_at').notNull(),
			updatedAt: integer('updated_at').notNull()
		},
		(t) => [
			uniqueIndex('decisions_send_key_unique').on(t.sendKey),
			index('decisions_meeting').on(t.meetingId, t.youngPersonId),
			index('decisions_young_person').on(t.youngPersonId),
			index('decisions_due').on(t.done, t.dueOn),
			index('decisions_statement').on(t.statementId)
		]
	);

	/** The outcome form of a meeting and the clocks that run from it. */
	const meetingOutcomes = table('meeting_outcomes', {
		meetingId: text('meeting_id')
			.primaryKey()
			.references(() => meetings.id),
		outcomeSealed: blob('outcome_sealed').notNull(), // Outcome, under the council's key
		completedAt: integer('completed_at'),
		byStaffId: text('by_staff_id').references(() => staff.id),
		decisionsSentAt: integer('decisions_sent_at'),
		objectUntil: integer('object_until'), // silence until then agrees
		finalAt: integer('final_at'),
		version: integer('version').notNull(),
		updatedAt: integer('updated_at').notNull()
	});

	/** A manager does not agree with what was decided. */
	const objections = table(
		'objections',
		{
			id: text('id').primaryKey(),
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			sendKey: text('send_key').notNull(),
			wordsSealed: blob('words_sealed').notNull(), // under the council's key
			byStaffId: text('by_staff_id')
				.notNull()
				.references(() => staff.id),
			createdAt: integer('created_at').notNull(),
			answerSealed: blob('answer_sealed'),
			answeredByStaffId: text('answered_by_staff_id').references(() => staff.id),
			answeredAt: integer('answered_at')
		},
		(t) => [
			uniqueIndex('objections_send_key_unique').on(t.sendKey),
			index('objections_meeting').on(t.meetingId)
		]
	);

	/** The full record of a meeting, one a young person: a sibling's is not in it. */
	const records = table(
		'records',
		{
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			wordsSealed: blob('words_sealed').notNull(),
			sentAt: integer('sent_at'),
			sentByStaffId: text('sent_by_staff_id').references(() => staff.id),
			version: integer('version').notNull(),
			updatedAt: integer('updated_at').notNull()
		},
		(t) => [primaryKey({ columns: [t.meetingId, t.youngPersonId] })]
	);

	/** What a young person is told of a meeting, in their language and face. */
	const letters = table(
		'letters',
		{
			id: text('id').primaryKey(),
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			language: text('language').notNull(),
			face: text('face').notNull(),
			letterSealed: blob('letter_sealed').notNull(), // Letter
			state: text('state').notNull(), // draft · approved · sent
			byStaffId: text('by_staff_id').references(() => staff.id),
			approvedByStaffId: text('approved_by_staff_id').references(() => staff.id),
			approvedAt: integer('approved_at'),
			sentAt: integer('sent_at'),
			readAt: integer('read_at'),
			version: integer('version').notNull(),
			updatedAt: integer('updated_at').notNull()
		},
		(t) => [
			uniqueIndex('letters_one_a_meeting').on(t.meetingId, t.youngPersonId),
			index('letters_young_person').on(t.youngPersonId)
		]
	);

	return { decisions, meetingOutcomes, objections, records, letters };
}
