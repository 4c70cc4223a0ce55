import type { Place } from '../vault/vault.ts';

/** Where the sealed words of decisions, objections and records stand. */
type DecisionColumn = 'point' | 'decided' | 'why' | 'owner' | 'done_why';
export const decisionPlace = (decisionId: string, column: DecisionColumn): Place => ({
	table: 'decisions',
	row: decisionId,
	column
});
export const outcomePlace = (meetingId: string): Place => ({
	table: 'meeting_outcomes',
	row: meetingId,
	column: 'outcome'
});
export const objectionPlace = (objectionId: string, column: 'words' | 'answer'): Place => ({
	table: 'objections',
	row: objectionId,
	column
});
export const recordPlace = (meetingId: string, youngPersonId: string): Place => ({
	table: 'records',
	row: `${meetingId}/${youngPersonId}`,
	column: 'words'
});
