import type { Place } from '../vault/vault.ts';

/** Where the sealed words of statements stand. */
export const wordingPlace = (statementId: string): Place => ({
	table: 'statements',
	row: statementId,
	column: 'wording'
});
export const answerPlace = (statementId: string, questionId: string): Place => ({
	table: 'statement_answers',
	row: `${statementId}/${questionId}`,
	column: 'answer'
});
export const replyPlace = (replyId: string): Place => ({
	table: 'replies',
	row: replyId,
	column: 'words'
});
export const additionPlace = (additionId: string): Place => ({
	table: 'statement_additions',
	row: additionId,
	column: 'words'
});
