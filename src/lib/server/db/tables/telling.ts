import type { Columns } from '../columns.ts';
import type { MeetingsTables } from './meetings.ts';
import type { PeopleTables } from './people.ts';
import type { StatementsTables } from './statements.ts';

/** What people are told and must act on. */
export function defineTelling(
	{ table, text, integer, index }: Columns,
	{ meetings }: MeetingsTables,
	{ youngPeople, staff }: PeopleTables,
	{ statements }: StatementsTables
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
			createdAt: integer('created_at').notNull(),
			seenAt: integer('seen_at')
		},
		(t) => [index('notices_young_person').on(t.youngPersonId), index('notices_staff').on(t.staffId)]
	);

	return {
		alerts,
		notices
	};
}
