import type { Columns } from './columns.ts';

/**
 * Every table, once, for both engines. Names ending in `_sealed` hold ciphertext of the vault; names ending in
 * `_index` a keyed blind index; `_at` an instant in epoch milliseconds; `_on` a London date as `YYYY-MM-DD`.
 * What a person wrote, a name, a date of birth, a contact, a picture: always sealed.
 */
export function defineTables({
	table,
	text,
	integer,
	blob,
	index,
	uniqueIndex,
	primaryKey
}: Columns) {
	/** One key a young person, one for the council's own records, each wrapped by the master key. */
	const dataKeys = table('data_keys', {
		id: text('id').primaryKey(),
		purpose: text('purpose').notNull(), // young_person · council · blind_index · audit
		wrapped: blob('wrapped'), // null once destroyed: the words under it are gone everywhere
		createdAt: integer('created_at').notNull(),
		destroyedAt: integer('destroyed_at')
	});

	const staff = table(
		'staff',
		{
			id: text('id').primaryKey(),
			refIndex: text('ref_index'),
			profileSealed: blob('profile_sealed').notNull(), // StaffProfile
			emailIndex: text('email_index').notNull(),
			active: integer('active').notNull(),
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('staff_ref_index_unique').on(t.refIndex),
			uniqueIndex('staff_email_index_unique').on(t.emailIndex)
		]
	);

	const staffRoles = table(
		'staff_roles',
		{
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id),
			role: text('role').notNull()
		},
		(t) => [primaryKey({ columns: [t.staffId, t.role] })]
	);

	const youngPeople = table(
		'young_people',
		{
			id: text('id').primaryKey(),
			keyId: text('key_id')
				.notNull()
				.references(() => dataKeys.id),
			refIndex: text('ref_index').notNull(),
			nameIndex: text('name_index').notNull(),
			profileSealed: blob('profile_sealed').notNull(), // YoungPersonProfile
			sex: text('sex'),
			ethnicity: text('ethnicity'),
			disabled: text('disabled'),
			unaccompanied: text('unaccompanied'),
			language: text('language').notNull(),
			officerId: text('officer_id').references(() => staff.id),
			socialWorkerId: text('social_worker_id').references(() => staff.id),
			team: text('team'),
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('young_people_ref_index_unique').on(t.refIndex),
			index('young_people_name_index').on(t.nameIndex),
			index('young_people_officer').on(t.officerId)
		]
	);

	const carePeriods = table(
		'care_periods',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			status: text('status').notNull(),
			startedOn: text('started_on').notNull(),
			endedOn: text('ended_on')
		},
		(t) => [uniqueIndex('care_periods_unique').on(t.youngPersonId, t.status, t.startedOn)]
	);

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

	/** Who can sign in: exactly one of the two ids is set. */
	const accounts = table(
		'accounts',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id').references(() => youngPeople.id),
			staffId: text('staff_id').references(() => staff.id),
			signInNameIndex: text('sign_in_name_index').notNull(), // of the chosen name; of the id for staff, who are found by `staff.email_index`
			signInNameSealed: blob('sign_in_name_sealed').notNull(),
			secretHash: text('secret_hash'), // argon2id; null until a first secret is set
			language: text('language'),
			face: text('face'),
			appearanceSealed: blob('appearance_sealed'),
			createdAt: integer('created_at').notNull(),
			closedAt: integer('closed_at')
		},
		(t) => [
			uniqueIndex('accounts_sign_in_name_unique').on(t.signInNameIndex),
			uniqueIndex('accounts_young_person_unique').on(t.youngPersonId),
			uniqueIndex('accounts_staff_unique').on(t.staffId)
		]
	);

	const sessions = table(
		'sessions',
		{
			tokenHash: text('token_hash').primaryKey(),
			accountId: text('account_id')
				.notNull()
				.references(() => accounts.id),
			kind: text('kind').notNull(), // shared_phone · own_phone · staff
			createdAt: integer('created_at').notNull(),
			expiresAt: integer('expires_at').notNull(), // when idle
			endsAt: integer('ends_at').notNull() // whatever happens
		},
		(t) => [index('sessions_account').on(t.accountId), index('sessions_expires').on(t.expiresAt)]
	);

	/** A card: its code opens it once, for as long as it lives. Staff get one too, for their first passphrase. */
	const invitations = table(
		'invitations',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id').references(() => youngPeople.id),
			staffId: text('staff_id').references(() => staff.id),
			codeIndex: text('code_index').notNull(),
			purpose: text('purpose').notNull(), // join · new_secret
			madeByStaffId: text('made_by_staff_id').references(() => staff.id), // null: the operator
			createdAt: integer('created_at').notNull(),
			expiresAt: integer('expires_at').notNull(),
			usedAt: integer('used_at'),
			revokedAt: integer('revoked_at')
		},
		(t) => [
			uniqueIndex('invitations_code_unique').on(t.codeIndex),
			index('invitations_young_person').on(t.youngPersonId),
			index('invitations_staff').on(t.staffId)
		]
	);

	/** Between the card and the first sign-in: the chosen name and the secret still to be confirmed. */
	const joinings = table('joinings', {
		tokenHash: text('token_hash').primaryKey(),
		invitationId: text('invitation_id')
			.notNull()
			.references(() => invitations.id),
		stateSealed: blob('state_sealed').notNull(),
		expiresAt: integer('expires_at').notNull()
	});

	const throttles = table('throttles', {
		key: text('key').primaryKey(), // a keyed hash: neither a name nor an address
		points: integer('points').notNull(),
		expiresAt: integer('expires_at')
	});

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
			sendKey: text('send_key').notNull(),
			language: text('language').notNull(),
			face: text('face').notNull(),
			lastPage: text('last_page'),
			createdAt: integer('created_at').notNull(),
			updatedAt: integer('updated_at').notNull()
		},
		(t) => [
			uniqueIndex('drafts_one_a_form').on(t.youngPersonId, t.formId),
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
			meetingKinds: text('meeting_kinds').notNull(), // which kinds it may link to, separated by ;
			language: text('language').notNull(),
			face: text('face').notNull(),
			title: text('title').notNull(), // the form's name as JSON of Sentence: lists need no more of the wording
			wordingSealed: blob('wording_sealed').notNull(), // Wording: what was asked, as it was shown
			state: text('state').notNull(), // waiting · linked · closed
			sentAt: integer('sent_at').notNull(),
			takenBackAt: integer('taken_back_at')
		},
		(t) => [
			uniqueIndex('statements_send_key_unique').on(t.sendKey),
			index('statements_young_person').on(t.youngPersonId, t.sentAt),
			index('statements_state').on(t.state)
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
			endReason: text('end_reason'), // EndReason of meetings/linking.ts
			// What the young person was last told of this meeting: they are told again when it is no longer so.
			toldScheduledAt: integer('told_scheduled_at'),
			toldChairId: text('told_chair_id').references(() => staff.id)
		},
		(t) => [
			index('statement_links_statement').on(t.statementId),
			index('statement_links_meeting').on(t.meetingId)
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
		(t) => [index('statement_openings_statement').on(t.statementId)]
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
			wordsSealed: blob('words_sealed'), // the officer's own words
			language: text('language').notNull(),
			sentAt: integer('sent_at').notNull(),
			seenAt: integer('seen_at')
		},
		(t) => [
			uniqueIndex('replies_send_key_unique').on(t.sendKey),
			index('replies_statement').on(t.statementId)
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

	/** What the council sets: its name, help lines, hours. Plain JSON: nothing here is about a young person. */
	const settings = table('settings', {
		key: text('key').primaryKey(),
		value: text('value').notNull(),
		updatedAt: integer('updated_at').notNull()
	});

	/** Ids and codes only. Each row's hash covers the row before it. */
	const auditEntries = table(
		'audit_entries',
		{
			seq: integer('seq').primaryKey(),
			at: integer('at').notNull(),
			actorKind: text('actor_kind').notNull(), // young_person · staff · operator · nobody
			actorId: text('actor_id'),
			action: text('action').notNull(),
			youngPersonId: text('young_person_id'),
			subjectKind: text('subject_kind'),
			subjectId: text('subject_id'),
			detail: text('detail').notNull(), // JSON of codes, counts and ids
			previousHash: text('previous_hash').notNull(),
			hash: text('hash').notNull()
		},
		(t) => [
			index('audit_entries_young_person').on(t.youngPersonId),
			index('audit_entries_subject').on(t.subjectId)
		]
	);

	return {
		dataKeys,
		staff,
		staffRoles,
		youngPeople,
		carePeriods,
		meetings,
		meetingYoungPeople,
		accounts,
		sessions,
		invitations,
		joinings,
		throttles,
		drafts,
		draftAnswers,
		statements,
		statementAnswers,
		statementAudience,
		statementLinks,
		statementOpenings,
		replies,
		pictures,
		alerts,
		notices,
		settings,
		auditEntries
	};
}

export type Tables = ReturnType<typeof defineTables>;
