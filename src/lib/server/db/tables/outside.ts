import type { Columns } from '../columns.ts';
import type { MeetingsTables } from './meetings.ts';
import type { PeopleTables } from './people.ts';

/** What parents and carers say, over a link and without an account. */
export function defineOutside(
	{ table, text, integer, blob, index, uniqueIndex }: Columns,
	{ youngPeople, staff }: PeopleTables,
	{ meetings }: MeetingsTables
) {
	/** A way in. That of one parent is deleted once it was used: nothing tells that they answered. */
	const outsideLinks = table(
		'outside_links',
		{
			id: text('id').primaryKey(),
			purpose: text('purpose').notNull(), // OutsidePurpose of outside/links.ts: survey · carer
			reach: text('reach').notNull(), // one: for one person, used once · room: a tablet or a sheet of paper, used by several
			tokenIndex: text('token_index').notNull(),
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			youngPersonId: text('young_person_id').references(() => youngPeople.id), // whom a carer is asked about
			contactSealed: blob('contact_sealed'), // OutsideContact, under the council's key; gone once it is not needed
			language: text('language').notNull(),
			madeByStaffId: text('made_by_staff_id').references(() => staff.id),
			createdAt: integer('created_at').notNull(),
			sendAt: integer('send_at'), // when it is written to them; null: it is handed over
			sentAt: integer('sent_at'),
			remindedAt: integer('reminded_at'),
			expiresAt: integer('expires_at').notNull(),
			endedAt: integer('ended_at') // used, or taken back
		},
		(t) => [
			uniqueIndex('outside_links_token_unique').on(t.tokenIndex),
			index('outside_links_meeting').on(t.meetingId),
			index('outside_links_send').on(t.sentAt, t.sendAt)
		]
	);

	/** Answers on their way, found by a cookie of the browser they are typed in: the next person begins anew. */
	const outsideDrafts = table(
		'outside_drafts',
		{
			tokenHash: text('token_hash').primaryKey(),
			linkId: text('link_id')
				.notNull()
				.references(() => outsideLinks.id),
			sendKey: text('send_key').notNull(),
			answersSealed: blob('answers_sealed').notNull(), // OutsideAnswers, under the council's key
			language: text('language').notNull(),
			lastPage: text('last_page'),
			createdAt: integer('created_at').notNull(),
			updatedAt: integer('updated_at').notNull(),
			expiresAt: integer('expires_at').notNull()
		},
		(t) => [
			uniqueIndex('outside_drafts_send_key_unique').on(t.sendKey),
			index('outside_drafts_link').on(t.linkId),
			index('outside_drafts_expires').on(t.expiresAt)
		]
	);

	/** What one parent said. It knows no meeting, no link and no hour. */
	const surveyResponses = table(
		'survey_responses',
		{
			id: text('id').primaryKey(),
			ref: text('ref'), // of answers that were imported
			sendKey: text('send_key').notNull(),
			survey: text('survey').notNull(), // SURVEYS of forms/catalogue/outside-forms.ts
			conferenceKind: text('conference_kind').notNull(), // initial · review
			respondedOn: text('responded_on').notNull(), // on paper the day; otherwise the first day of the month
			source: text('source').notNull(), // link · room · paper · import
			language: text('language').notNull(),
			answersSealed: blob('answers_sealed').notNull() // SurveyAnswers, under the council's key
		},
		(t) => [
			uniqueIndex('survey_responses_ref_unique').on(t.ref),
			uniqueIndex('survey_responses_send_key_unique').on(t.sendKey),
			index('survey_responses_responded_on').on(t.respondedOn)
		]
	);

	/** Somebody wants to be rung: apart from what they answered. */
	const surveyCallbacks = table(
		'survey_callbacks',
		{
			id: text('id').primaryKey(),
			contactSealed: blob('contact_sealed'), // CallbackContact, under the council's key; gone once they were rung
			language: text('language').notNull(),
			askedOn: text('asked_on').notNull(), // London date
			handledAt: integer('handled_at'),
			handledByStaffId: text('handled_by_staff_id').references(() => staff.id)
		},
		(t) => [index('survey_callbacks_asked_on').on(t.askedOn)]
	);

	/** What the chair of a conference saw: to hold beside what parents say. */
	const conferenceRecords = table('conference_records', {
		meetingId: text('meeting_id')
			.primaryKey()
			.references(() => meetings.id),
		report: text('report'), // the social worker's: none · on_the_day · 1 · 2 · 3_or_more working days before; null: not said
		otherReports: text('other_reports'), // all · some · none
		parentsThere: text('parents_there'), // both · one · part · none
		metBefore: text('met_before'), // yes · no: the chair met them before it began
		childTookPart: text('child_took_part'), // CHILD_TOOK_PART of meetings/conference-record.ts
		byStaffId: text('by_staff_id').references(() => staff.id),
		version: integer('version').notNull(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull()
	});

	/** A carer is asked before a review, and what they said. Apart from anything the young person says. */
	const carerConsultations = table(
		'carer_consultations',
		{
			id: text('id').primaryKey(),
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			linkId: text('link_id').references(() => outsideLinks.id),
			role: text('role').notNull(), // foster_carer · key_worker
			nameSealed: blob('name_sealed').notNull(), // under the council's key
			emailSealed: blob('email_sealed'), // so that they can be asked again, under the council's key; gone after a time
			sendKey: text('send_key'), // of what was sent; null while it is not answered
			language: text('language').notNull(),
			wordingSealed: blob('wording_sealed'), // Wording, under the young person's key
			answersSealed: blob('answers_sealed'), // Answers, under the young person's key
			flag: text('flag'), // the placement is strained · may_end
			askedAt: integer('asked_at').notNull(),
			askedByStaffId: text('asked_by_staff_id').references(() => staff.id),
			chasedAt: integer('chased_at'),
			answeredAt: integer('answered_at'),
			openedAt: integer('opened_at'),
			openedByStaffId: text('opened_by_staff_id').references(() => staff.id),
			endedAt: integer('ended_at') // asked no more
		},
		(t) => [
			uniqueIndex('carer_consultations_send_key_unique').on(t.sendKey),
			index('carer_consultations_meeting').on(t.meetingId, t.youngPersonId),
			index('carer_consultations_asked').on(t.askedAt)
		]
	);

	return {
		outsideLinks,
		outsideDrafts,
		surveyResponses,
		surveyCallbacks,
		conferenceRecords,
		carerConsultations
	};
}

export type OutsideTables = ReturnType<typeof defineOutside>;
