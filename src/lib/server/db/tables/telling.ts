import type { Columns } from '../columns.ts';
import type { MeetingsTables } from './meetings.ts';
import type { OutsideTables } from './outside.ts';
import type { PeopleTables } from './people.ts';
import type { StatementsTables } from './statements.ts';

/** What people are told and must act on. */
export function defineTelling(
	{ table, text, integer, index, uniqueIndex }: Columns,
	{ meetings }: MeetingsTables,
	{ youngPeople, staff }: PeopleTables,
	{ statements }: StatementsTables,
	{ outsideLinks }: OutsideTables
) {
	const alerts = table(
		'alerts',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			statementId: text('statement_id').references(() => statements.id),
			kind: text('kind').notNull(), // not_safe · being_hurt
			raisedAt: integer('raised_at').notNull(),
			escalation: integer('escalation').notNull().default(0), // how often the next in line was told
			escalatedAt: integer('escalated_at'),
			acknowledgedByStaffId: text('acknowledged_by_staff_id').references(() => staff.id),
			acknowledgedAt: integer('acknowledged_at')
		},
		(t) => [
			index('alerts_young_person').on(t.youngPersonId),
			index('alerts_acknowledged').on(t.acknowledgedAt)
		]
	);

	/** Something a person is told inside Sayso. A code and ids, never words. */
	const notices = table(
		'notices',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id').references(() => youngPeople.id),
			staffId: text('staff_id').references(() => staff.id),
			kind: text('kind').notNull(),
			byStaffId: text('by_staff_id').references(() => staff.id), // who did what it tells of
			aboutYoungPersonId: text('about_young_person_id').references(() => youngPeople.id),
			statementId: text('statement_id').references(() => statements.id),
			meetingId: text('meeting_id').references(() => meetings.id),
			subjectId: text('subject_id'), // what else it leads to: an alert, a request, a concern
			onceKey: text('once_key'), // told once, however often it is found to be so
			createdAt: integer('created_at').notNull(),
			seenAt: integer('seen_at')
		},
		(t) => [
			index('notices_young_person').on(t.youngPersonId),
			index('notices_staff').on(t.staffId),
			index('notices_subject').on(t.subjectId),
			index('notices_meeting').on(t.meetingId),
			uniqueIndex('notices_once_key_unique').on(t.onceKey)
		]
	);

	/** Who is on duty when. Instants; turns may overlap. */
	const dutyTurns = table(
		'duty_turns',
		{
			id: text('id').primaryKey(),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id),
			fromAt: integer('from_at').notNull(),
			toAt: integer('to_at').notNull(),
			createdAt: integer('created_at').notNull()
		},
		(t) => [index('duty_turns_to').on(t.toAt)]
	);

	/** The outbox of mail and text messages. Neither an address nor a word of anybody stands in it. */
	const messages = table(
		'messages',
		{
			id: text('id').primaryKey(),
			onceKey: text('once_key').notNull(),
			staffId: text('staff_id').references(() => staff.id),
			youngPersonId: text('young_person_id').references(() => youngPeople.id),
			outsideLinkId: text('outside_link_id').references(() => outsideLinks.id), // a parent or carer, whose address stands there
			message: text('message').notNull(), // Message of mail/queue.ts
			state: text('state').notNull(), // waiting · sending: handed over, not yet answered · sent · given_up · nowhere: there is no address
			attempts: integer('attempts').notNull(),
			attemptId: text('attempt_id'), // of the attempt that holds the claim
			unsure: integer('unsure').notNull().default(0), // attempts of which nobody knows whether it arrived
			nextAttemptAt: integer('next_attempt_at').notNull(),
			claimedUntil: integer('claimed_until'), // some process is at it
			problem: text('problem'), // a code, never what a server answered
			createdAt: integer('created_at').notNull(),
			sentAt: integer('sent_at')
		},
		(t) => [
			uniqueIndex('messages_once_key_unique').on(t.onceKey),
			index('messages_state').on(t.state, t.nextAttemptAt)
		]
	);

	/** What Sayso does by itself: when each was last done, and who is at it. */
	const jobs = table('jobs', {
		name: text('name').primaryKey(),
		claimedUntil: integer('claimed_until'),
		lastRunAt: integer('last_run_at'),
		lastProblem: text('last_problem') // a code
	});

	return {
		alerts,
		notices,
		dutyTurns,
		messages,
		jobs
	};
}
