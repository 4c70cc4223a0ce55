export const MEETING_KINDS = [
	'looked_after_review',
	'initial_conference',
	'review_conference',
	'pathway_review'
] as const;

export type MeetingKind = (typeof MEETING_KINDS)[number];

export const CONFERENCES: readonly MeetingKind[] = ['initial_conference', 'review_conference'];

/** @throws Error on what is no kind: the database holds none */
export function meetingKindOf(text: string): MeetingKind {
	const kind = MEETING_KINDS.find((known) => known === text);
	if (!kind) throw new Error(`not a kind of meeting: ${text}`);
	return kind;
}
