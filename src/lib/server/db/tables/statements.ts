import type { Columns } from '../columns.ts';
import type { MeetingsTables } from './meetings.ts';
import type { PeopleTables } from './people.ts';

/** What young people say, and what becomes of it. */
export function defineStatements(
	{ table, text, integer, blob, index, uniqueIndex, primaryKey }: Columns,
	{ meetings }: MeetingsTables,
	{ youngPeople, staff }: PeopleTables
) {
	/** A form being answered. One open draft a form and young person. */
	const drafts = table(
		'drafts',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			formId: text('form_id').notNull(),
			formVersion: integer('form_version').notNull(),
			togetherId: text('together_id').notNull().default(''), // a form begun with a helper is apart from their own
			begunTogetherId: text('begun_together_id'), // since made their own: who helped stays with it
			sendKey: text('send_key').notNull(),
			language: text('language').notNull(),
			face: text('face').notNull(),
			lastPage: text('last_page'),
			createdAt: integer('created_at').notNull(),
			updatedAt: integer('updated_at').notNull()
		},
		(t) => [
			uniqueIndex('drafts_one_a_form_and_helper').on(t.youngPersonId, t.formId, t.togetherId),
			uniqueIndex('drafts_send_key_unique').on(t.sendKey)
		]
	);

	const draftAnswers = table(
		'draft_answers',
		{
			draftId: text('draft_id')
				.notNull()
				.references(() => drafts.id),
			questionId: text('question_id').notNull(),
			answerSealed: blob('answer_sealed').notNull(), // Answer
			chairOnly: integer('chair_only').notNull(),
			language: text('language').notNull(),
			face: text('face').notNull(),
			updatedAt: integer('updated_at').notNull()
		},
		(t) => [primaryKey({ columns: [t.draftId, t.questionId] })]
	);

	const statements = table(
		'statements',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			formId: text('form_id').notNull(),
			formVersion: integer('form_version').notNull(),
			sendKey: text('send_key').notNull(),
			goesTo: text('goes_to').notNull().default('chair'), // chair · worker · handler
			meetingKinds: text('meeting_kinds').notNull(), // which kinds it may link to, separated by ;
			protects: integer('protects').notNull().default(0), // names an answer nobody may be told came from them
			aboutMeetingId: text('about_meeting_id').references(() => meetings.id), // held, where it looks back
			togetherId: text('together_id'), // who helped, and on whose device: `togethers`
			language: text('language').notNull(),
			face: text('face').notNull(),
			title: text('title').notNull(), // the form's name as JSON of Sentence: lists need no more of the wording
			wordingSealed: blob('wording_sealed').notNull(), // Wording: what was asked, as it was shown
			ageBand: text('age_band'), // AgeBand of figures/age-bands.ts, when it was sent
			careStatus: text('care_status'), // CareStatus of meetings/care.ts when it was sent, the first that held; null: none
			state: text('state').notNull(), // waiting · linked · closed · delivered: it has no meeting to find
			sentAt: integer('sent_at').notNull(),
			takenBackAt: integer('taken_back_at'),
			// Kept beside for the figures, with the row that makes them so: see `statements/first-times.ts`.
			openedAt: integer('opened_at'), // when whoever it went to first opened it
			repliedAt: integer('replied_at'), // when it was first answered
			// When the first meeting held that it came for began; the database keeps it (decision 28).
			metAt: integer('met_at')
		},
		(t) => [
			uniqueIndex('statements_send_key_unique').on(t.sendKey),
			index('statements_young_person').on(t.youngPersonId, t.sentAt),
			index('statements_state').on(t.state),
			// All that is counted of a statement: figures are read from it without passing its words.
			index('statements_sent').on(
				t.sentAt,
				t.takenBackAt,
				t.goesTo,
				t.youngPersonId,
				t.formId,
				t.language,
				t.face,
				t.ageBand,
				t.careStatus,
				t.openedAt,
				t.repliedAt,
				t.metAt,
				t.id
			)
		]
	);

	const statementAnswers = table(
		'statement_answers',
		{
			statementId: text('statement_id')
				.notNull()
				.references(() => statements.id),
			questionId: text('question_id').notNull(),
			answerSealed: blob('answer_sealed').notNull(), // Answer
			chairOnly: integer('chair_only').notNull(),
			language: text('language').notNull()
		},
		(t) => [primaryKey({ columns: [t.statementId, t.questionId] })]
	);

	/** Whom the young person ticked beside the chair. */
	const statementAudience = table(
		'statement_audience',
		{
			statementId: text('statement_id')
				.notNull()
				.references(() => statements.id),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id)
		},
		(t) => [
			primaryKey({ columns: [t.statementId, t.staffId] }),
			index('statement_audience_staff').on(t.staffId)
		]
	);

	/** Whom it is locked from, whatever else they are: the person complained about. */
	const statementBarred = table(
		'statement_barred',
		{
			statementId: text('statement_id')
				.notNull()
				.references(() => statements.id),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id)
		},
		(t) => [
			primaryKey({ columns: [t.statementId, t.staffId] }),
			index('statement_barred_staff').on(t.staffId)
		]
	);

	/** What they added to a statement after it was sent. */
	const statementAdditions = table(
		'statement_additions',
		{
			id: text('id').primaryKey(),
			statementId: text('statement_id')
				.notNull()
				.references(() => statements.id),
			sendKey: text('send_key').notNull(),
			wordsSealed: blob('words_sealed').notNull(),
			language: text('language').notNull(),
			addedAt: integer('added_at').notNull()
		},
		(t) => [
			uniqueIndex('statement_additions_send_key_unique').on(t.sendKey),
			index('statement_additions_statement').on(t.statementId)
		]
	);

	/** A statement's meetings, one after the other: the current one has no `ended_at`. */
	const statementLinks = table(
		'statement_links',
		{
			id: text('id').primaryKey(),
			statementId: text('statement_id')
				.notNull()
				.references(() => statements.id),
			meetingId: text('meeting_id')
				.notNull()
				.references(() => meetings.id),
			reason: text('reason').notNull(), // LinkReason of meetings/linking.ts
			linkedAt: integer('linked_at').notNull(),
			endedAt: integer('ended_at'),
			endReason: text('end_reason'), // EndReason of meetings/linking.ts, or taken_back
			// What the young person was last told of this meeting: they are told again when it is no longer so.
			toldScheduledAt: integer('told_scheduled_at'),
			toldChairId: text('told_chair_id').references(() => staff.id)
		},
		(t) => [
			index('statement_links_statement').on(t.statementId, t.endedAt, t.endReason, t.meetingId),
			index('statement_links_meeting').on(t.meetingId, t.endedAt, t.endReason, t.statementId)
		]
	);

	const statementOpenings = table(
		'statement_openings',
		{
			id: text('id').primaryKey(),
			statementId: text('statement_id')
				.notNull()
				.references(() => statements.id),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id),
			openedAt: integer('opened_at').notNull(),
			asChair: integer('as_chair').notNull()
		},
		(t) => [
			index('statement_openings_statement').on(t.statementId, t.asChair, t.openedAt, t.staffId)
		]
	);

	const replies = table(
		'replies',
		{
			id: text('id').primaryKey(),
			statementId: text('statement_id')
				.notNull()
				.references(() => statements.id),
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id),
			sendKey: text('send_key').notNull(),
			readyReply: text('ready_reply'), // the code of a ready reply, shown in the reader's own language
			readyWordsSealed: blob('ready_words_sealed'), // a ready reply of the council's own, as it read when it was sent
			wordsSealed: blob('words_sealed'), // the officer's own words
			language: text('language').notNull(),
			sentAt: integer('sent_at').notNull(),
			seenAt: integer('seen_at')
		},
		(t) => [
			uniqueIndex('replies_send_key_unique').on(t.sendKey),
			index('replies_statement').on(t.statementId, t.sentAt)
		]
	);

	/** A clean picture: what `sharp` made of a photo or a drawing, sealed. Belongs to a draft, then to its statement. */
	const pictures = table(
		'pictures',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			draftId: text('draft_id').references(() => drafts.id),
			statementId: text('statement_id').references(() => statements.id),
			questionId: text('question_id').notNull(),
			source: text('source').notNull(), // photo · drawing
			bytesSealed: blob('bytes_sealed').notNull(),
			width: integer('width').notNull(),
			height: integer('height').notNull(),
			createdAt: integer('created_at').notNull()
		},
		(t) => [index('pictures_draft').on(t.draftId), index('pictures_statement').on(t.statementId)]
	);

	/** A voice note: what our own encoder made of a recording, sealed. Goes the way of the pictures. */
	const sounds = table(
		'sounds',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			draftId: text('draft_id').references(() => drafts.id),
			statementId: text('statement_id').references(() => statements.id),
			questionId: text('question_id').notNull(),
			bytesSealed: blob('bytes_sealed').notNull(),
			milliseconds: integer('milliseconds').notNull(),
			createdAt: integer('created_at').notNull()
		},
		(t) => [index('sounds_draft').on(t.draftId), index('sounds_statement').on(t.statementId)]
	);

	return {
		drafts,
		draftAnswers,
		statements,
		statementAnswers,
		statementAudience,
		statementLinks,
		statementOpenings,
		statementBarred,
		statementAdditions,
		replies,
		pictures,
		sounds
	};
}

export type StatementsTables = ReturnType<typeof defineStatements>;
