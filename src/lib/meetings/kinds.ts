export const MEETING_KINDS = [
	'looked_after_review',
	'initial_conference',
	'review_conference',
	'pathway_review'
] as const;

export type MeetingKind = (typeof MEETING_KINDS)[number];

export const CONFERENCES: readonly MeetingKind[] = ['initial_conference', 'review_conference'];
