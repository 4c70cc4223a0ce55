import type { MeetingKind } from '../meetings/kinds.ts';

/** The three sorts of meeting a young person is told apart; a first and a later conference are one to them. */
export function sortOfMeeting(kind: MeetingKind): 'review' | 'conference' | 'pathway' {
	if (kind === 'looked_after_review') return 'review';
	return kind === 'pathway_review' ? 'pathway' : 'conference';
}
