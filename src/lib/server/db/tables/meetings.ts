import type { Columns } from '../columns.ts';
import type { PeopleTables } from './people.ts';

/** The meetings about a young person. */
export function defineMeetings(
	{ table, text, integer, index, uniqueIndex, primaryKey }: Columns,
	{ staff, youngPeople }: PeopleTables
) {
	const meetings = table(
		'meetings',
		{
			id: text('id').primaryKey(),
			ref: text('ref'),
			kind: text('kind').notNull(),
			scheduledAt: integer('scheduled_at'),
			dueBy: text('due_by'),
			heldOn: text('held_on'),
			cancelledAt: integer('cancelled_at'),
			chairId: text('chair_id').references(() => staff.id),
			decisionsSentOn: text('decisions_sent_on'),
			recordSentOn: text('record_sent_on'),
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('meetings_ref_unique').on(t.ref),
			index('meetings_chair_scheduled').on(t.chairId, t.scheduledAt),
			index('meetings_held_on').on(t.heldOn)
		]
	);

	/** A conference covers a household; a review one young person. */
	const meetingYoungPeople = table(
		'meeting_young_people',
		{
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			participationCode: text('participation_code')
		},
		(t) => [
			primaryKey({ columns: [t.meetingId, t.youngPersonId] }),
			index('meeting_young_people_person').on(t.youngPersonId)
		]
	);

	return {
		meetings,
		meetingYoungPeople
	};
}

export type MeetingsTables = ReturnType<typeof defineMeetings>;
