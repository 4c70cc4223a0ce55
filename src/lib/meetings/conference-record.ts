/**
 * What the chair of a conference saw, in a minute or two and without a word about anybody: to hold beside what parents
 * say of the same months.
 */

/** The social worker's report, in working days before the conference; the answers parents are offered too. */
export const REPORT_SHARED = ['3_or_more', '2', '1', 'on_the_day', 'none'] as const;

/** The reports of school, health, police and others: shared before it. */
export const OTHER_REPORTS = ['all', 'some', 'none'] as const;

/** Of those with a say for the child: both, one, for a part of it, nobody. */
export const PARENTS_THERE = ['both', 'one', 'part', 'none'] as const;

export const MET_BEFORE = ['yes', 'no'] as const;

/**
 * How the child took part; of several, the one who took part most.
 * - `came` · `part`: they were there, for all of it or a part
 * - `advocate`: somebody spoke for them · `sent_words`: in writing, a drawing, a recording · `other`: in another way
 * - `not`: not at all · `under_age`: too young to be asked
 */
export const CHILD_TOOK_PART = [
	'came',
	'part',
	'advocate',
	'sent_words',
	'other',
	'not',
	'under_age'
] as const;

export const RECORD_QUESTIONS = {
	report: REPORT_SHARED,
	otherReports: OTHER_REPORTS,
	parentsThere: PARENTS_THERE,
	metBefore: MET_BEFORE,
	childTookPart: CHILD_TOOK_PART
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RecordQuestion = keyof typeof RECORD_QUESTIONS;
export const RECORD_QUESTION_IDS = Object.keys(RECORD_QUESTIONS) as readonly RecordQuestion[];

/** What is not said is null. */
export type ConferenceRecord = {
	readonly [Q in RecordQuestion]: (typeof RECORD_QUESTIONS)[Q][number] | null;
};

/** What is still to say: whether the parents were met can be said of parents alone who were there. */
export function unsaid(record: ConferenceRecord): RecordQuestion[] {
	return RECORD_QUESTION_IDS.filter(
		(question) =>
			record[question] === null && !(question === 'metBefore' && record.parentsThere === 'none')
	);
}
