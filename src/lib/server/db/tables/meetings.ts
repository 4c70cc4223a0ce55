import type { Columns } from '../columns.ts';
import type { PeopleTables } from './people.ts';

/** The meetings about a young person. */
export function defineMeetings(
	{ table, text, integer, blob, index, uniqueIndex, primaryKey }: Columns,
	{ staff, youngPeople }: PeopleTables
) {
	const meetings = table(
		'meetings',
		{
			id: text('id').primaryKey(),
			ref: text('ref'),
			kind: text('kind').notNull(),
			// Of the next sitting that has not been: a review may be a series of them.
			scheduledAt: integer('scheduled_at'),
			minutes: integer('minutes'), // how long it is planned to be
			placeSealed: blob('place_sealed'), // MeetingPlace, under the council's key
			strategyOn: text('strategy_on'), // what the due date of an initial conference counts from
			dueBy: text('due_by'),
			heldOn: text('held_on'),
			cancelledAt: integer('cancelled_at'),
			chairId: text('chair_id').references(() => staff.id),
			decisionsSentOn: text('decisions_sent_on'),
			recordSentOn: text('record_sent_on'),
			version: integer('version').notNull().default(0), // counts changes made at the desk
			came: integer('came').notNull().default(0), // statements that came for it; the database keeps it (decision 28)
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('meetings_ref_unique').on(t.ref),
			index('meetings_chair_scheduled').on(t.chairId, t.scheduledAt),
			// Everything that is counted of meetings held, and when the others are to be: figures read this and no row.
			index('meetings_held').on(
				t.kind,
				t.heldOn,
				t.cancelledAt,
				t.scheduledAt,
				t.id,
				t.dueBy,
				t.decisionsSentOn,
				t.recordSentOn,
				t.chairId,
				t.minutes,
				t.came
			)
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
			ageBand: text('age_band'), // AgeBand of figures/age-bands.ts, on the day it was held; null until then
			participationCode: text('participation_code'),
			codeConfirmedAt: integer('code_confirmed_at'),
			codeByStaffId: text('code_by_staff_id').references(() => staff.id),
			attended: text('attended'), // Attended of meetings/participation.ts
			conveyed: text('conveyed'), // Conveyed of meetings/participation.ts
			seenAlone: text('seen_alone'), // yes · no · refused
			seenAloneOn: text('seen_alone_on'),
			seenAloneByStaffId: text('seen_alone_by_staff_id').references(() => staff.id),
			invitedAt: integer('invited_at'), // asked to take part
			invitedAgainAt: integer('invited_again_at'),
			// What figures find it by, without its meeting and its statements; the database keeps it (decision 28).
			kind: text('kind'), // of its meeting
			countedOn: text('counted_on'), // when its meeting was held; null while it is not, or was called off
			heard: integer('heard').notNull().default(0) // statements of this young person that came for it
		},
		(t) => [
			primaryKey({ columns: [t.meetingId, t.youngPersonId] }),
			index('meeting_young_people_person').on(t.youngPersonId),
			// The same of who took part.
			index('meeting_young_people_counted').on(
				t.meetingId,
				t.youngPersonId,
				t.ageBand,
				t.participationCode
			),
			index('meeting_young_people_held').on(
				t.kind,
				t.countedOn,
				t.ageBand,
				t.participationCode,
				t.heard,
				t.youngPersonId,
				t.meetingId
			)
		]
	);

	/** The parts of a review that is a series of meetings; a meeting in one piece has none. */
	const meetingSittings = table(
		'meeting_sittings',
		{
			id: text('id').primaryKey(),
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			scheduledAt: integer('scheduled_at').notNull(),
			placeSealed: blob('place_sealed'), // MeetingPlace, under the council's key
			heldAt: integer('held_at'),
			cancelledAt: integer('cancelled_at')
		},
		(t) => [index('meeting_sittings_meeting').on(t.meetingId)]
	);

	/** Staff who are invited, beside the chair: they see where it is. */
	const meetingGuests = table(
		'meeting_guests',
		{
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id)
		},
		(t) => [
			primaryKey({ columns: [t.meetingId, t.staffId] }),
			index('meeting_guests_staff').on(t.staffId)
		]
	);

	/** Who stands in for whom, and when. London dates, both included. */
	const covers = table(
		'covers',
		{
			id: text('id').primaryKey(),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id), // who is away
			coveredByStaffId: text('covered_by_staff_id')
				.notNull()
				.references(() => staff.id),
			fromOn: text('from_on').notNull(),
			toOn: text('to_on').notNull(),
			madeByStaffId: text('made_by_staff_id').references(() => staff.id),
			createdAt: integer('created_at').notNull(),
			endedAt: integer('ended_at') // ended before its time
		},
		(t) => [index('covers_staff').on(t.staffId), index('covers_covered_by').on(t.coveredByStaffId)]
	);

	/** An address a calendar reads, without signing in: whoever has it sees when, and nobody's name. */
	const calendarFeeds = table(
		'calendar_feeds',
		{
			id: text('id').primaryKey(),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id),
			tokenHash: text('token_hash').notNull(),
			createdAt: integer('created_at').notNull(),
			revokedAt: integer('revoked_at')
		},
		(t) => [
			uniqueIndex('calendar_feeds_token_unique').on(t.tokenHash),
			index('calendar_feeds_staff').on(t.staffId)
		]
	);

	/** How each young person wants to take part: one a young person, kept from meeting to meeting. */
	const participationPlans = table('participation_plans', {
		youngPersonId: text('young_person_id')
			.primaryKey()
			.references(() => youngPeople.id),
		planSealed: blob('plan_sealed').notNull(), // ParticipationPlan
		version: integer('version').notNull(),
		byStaffId: text('by_staff_id').references(() => staff.id),
		updatedAt: integer('updated_at').notNull()
	});

	return {
		meetings,
		meetingYoungPeople,
		meetingSittings,
		meetingGuests,
		covers,
		calendarFeeds,
		participationPlans
	};
}

export type MeetingsTables = ReturnType<typeof defineMeetings>;
