/**
 * Everything that can be wrong with an import, as the operator reads it: what is wrong, and what would be right. Cells
 * of a reference are quoted; never a name, a date of birth or any other cell, which may hold one when columns slipped.
 */
const SENTENCES = {
	folder_unreadable: 'this folder cannot be read; give the folder that holds the CSV files',
	folder_without_files: 'there is nothing to import here; a folder holds one or more of {files}',
	file_unreadable: 'this file cannot be read; make it readable for the user who imports',
	file_too_large:
		'larger than {most} MB; split the set into smaller ones and import one after the other',
	too_many_rows:
		'more than {most} rows; split the set into smaller ones and import one after the other',
	not_utf8: 'not UTF-8 text; save the file as “CSV UTF-8”',
	empty_file: 'an empty file; the first line names the columns: {columns}',
	quote_open:
		'a quotation mark is opened and never closed; close it, and write one inside a cell twice: ""',
	quote_misplaced:
		'a quotation mark inside a cell; put the whole cell into quotation marks and write this one twice: ""',
	column_missing: 'the column {column} is missing; name it in the first line',
	column_twice: 'the column {column} comes twice; keep one of them',
	cells_too_many:
		'{found} cells, but the first line names {wanted} columns; put cells with a comma into quotation marks',
	cells_too_few:
		'{found} cells, but the first line names {wanted} columns; give every cell, if need be an empty one',
	value_missing: '{column} is empty; it must be given',
	too_long: '{column} is longer than {most} characters; shorten it',
	control_character: '{column} holds a control character; take it out',
	not_a_date: '{column} is not a date; right would be a day of the calendar such as 2026-11-27',
	not_a_time: '{column} is not a date and time; right would be such as 2026-11-27T16:00',
	time_skipped:
		'{column} is in the hour that the clocks skip that night in London; give the time before or after it',
	to_come: '{column} is still to come; right would be today or an earlier day',
	too_long_ago: '{column} is before 1900; check the year',
	before_start: '{column} is before {other}; right would be that day or a later one',
	not_one_of: '{column} is none of those there are; right would be one of {choices}',
	not_some_of:
		'{column} has a part that is none of those there are; right would be one or more of {choices}, separated by ;',
	not_email: '{column} is not an e-mail address; right would be such as name@example.gov.uk',
	not_language: '{column} is not a language tag; right would be such as en, ar or pt-BR',
	email_twice: '{column} is also on line {line}; every member of staff has an address of their own',
	email_taken: '{column} belongs to a member of staff with another ref; use one ref for one person',
	ref_twice: '{column} “{ref}” is also on line {line}; every ref comes once',
	row_twice: 'the same {what} as on line {line}; keep one of them',
	staff_unknown:
		'{column} “{ref}” is nobody; right would be a ref of staff.csv or of staff imported earlier',
	staff_role:
		'{column} “{ref}” does not have the role {role}; give them the role in staff.csv, or name somebody who has it',
	young_person_unknown:
		'{column} “{ref}” is nobody; right would be a ref of young-people.csv or of a young person imported earlier',
	young_person_twice: '{column} names “{ref}” twice; name every young person once',
	meeting_unknown:
		'{column} “{ref}” is no meeting; right would be a ref of meetings.csv or of a meeting imported earlier',
	one_young_person:
		'{column} names several; a review is about one young person, only a conference about several',
	not_in_meeting:
		'{column} “{ref}” is not among the young people of that meeting; name them in meetings.csv first',
	held_and_cancelled: 'both held and cancelled; right would be one of them'
} as const;

export type FaultCode = keyof typeof SENTENCES;

export interface Fault {
	readonly file: string;
	/** The line in the file, from 1. */
	readonly line: number;
	/** The number of the cell in its line, from 1. */
	readonly column: number;
	readonly code: FaultCode;
	readonly detail: Readonly<Record<string, string | number>>;
}

/** `file:line:column: what is wrong and what would be right` */
export function faultLine(fault: Fault): string {
	const sentence = SENTENCES[fault.code].replace(/\{(\w+)\}/g, (whole, name: string) =>
		String(fault.detail[name] ?? whole)
	);
	return `${fault.file}:${fault.line}:${fault.column}: ${sentence}`;
}

const WARNINGS = {
	column_unknown: 'the column {column} is not known; it was left out',
	column_unnamed: 'a column without a name; it was left out',
	column_apart:
		'the column {column} was left out: who wants to be rung is kept apart from what they answered',
	file_unknown: 'this file is not known; it was left out'
} as const;

export interface Warning {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly code: keyof typeof WARNINGS;
	readonly detail: Readonly<Record<string, string | number>>;
}

export function warningLine(warning: Warning): string {
	const sentence = WARNINGS[warning.code].replace(/\{(\w+)\}/g, (whole, name: string) =>
		String(warning.detail[name] ?? whole)
	);
	return `${warning.file}:${warning.line}:${warning.column}: warning: ${sentence}`;
}

/** What an import has found so far. */
export interface Findings {
	readonly faults: Fault[];
	readonly warnings: Warning[];
}
