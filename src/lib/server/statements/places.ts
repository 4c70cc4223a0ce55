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
/** Of the council's own ready reply, by language, as it read when it was sent. */
export const readyWordsPlace = (replyId: string): Place => ({
	table: 'replies',
	row: replyId,
	column: 'ready_words'
});
export const additionPlace = (additionId: string): Place => ({
	table: 'statement_additions',
	row: additionId,
	column: 'words'
});
