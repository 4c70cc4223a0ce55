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
	'secret_renewed'
] as const;

/** What staff can be told at their desk. */
export const STAFF_NOTICES = [
	'sent_after_start',
	'missed',
	'no_reader',
	'must_not_tell',
	'added',
	'nobody_to_match'
] as const;

export type NoticeKind = (typeof YOUNG_PERSON_NOTICES)[number] | (typeof STAFF_NOTICES)[number];
