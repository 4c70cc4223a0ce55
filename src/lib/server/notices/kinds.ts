/** What a young person can be told on their own pages. */
export const YOUNG_PERSON_NOTICES = [
	'waiting',
	'linked',
	'meeting_moved',
	'meeting_cancelled',
	'meeting_gone',
	'missed',
	'chair_changed',
	'reply',
	'alert_taken',
	'secret_renewed',
	'letter',
	'how_was_it',
	'unopened_told',
	'invited',
	'request_moved',
	'request_answered',
	'concern_raised',
	'concern_moved',
	'concern_closed'
] as const;

/** What staff can be told at their desk. */
export const STAFF_NOTICES = [
	'sent_after_start',
	'missed',
	'no_reader',
	'must_not_tell',
	'added',
	'nobody_to_match',
	'meeting_invited',
	'guest_moved',
	'guest_cancelled',
	'caseload_given',
	'letter_asked',
	'alert_waits',
	'alert_unheard',
	'mail_given_up',
	// What should have been done by now
	'statement_unopened',
	'statement_unanswered',
	'outcome_late',
	'decisions_late',
	'record_late',
	'letter_late',
	'request_overdue',
	'concern_overdue',
	'nobody_to_handle',
	'request_new',
	'request_next',
	'request_stopped',
	'request_for_you',
	'request_waited_for',
	'request_late',
	'request_safeguarding',
	// What a meeting decided
	'decisions_to_agree',
	'decisions_objected',
	'decisions_final',
	'please_complete',
	'code_recorded',
	'concern_stage',
	// A carer answered before a review; the placement is under strain
	'carer_answered',
	'carer_flagged',
	// A group does not use Sayso as before
	'use_fallen',
	'use_silent'
] as const;

export type NoticeKind = (typeof YOUNG_PERSON_NOTICES)[number] | (typeof STAFF_NOTICES)[number];
