/**
 * What the return to the Department for Education, or the annual report, would be wrong without.
 * - `no_code` a review of which nobody said how the young person took part (check 167)
 * - `wrong_code` a code that does not go with their age (checks 440, 441)
 * - `not_closed` its day is over, and nobody said whether it was held
 * - `no_due_date` nobody can say whether it was in time: the start of care, or the conference before, is not known
 * - `no_conference_record` the chair has not said how the conference went
 * - `no_profile` a review of a young person whose sex or ethnicity is not known
 */
export const GAPS = [
	'no_code',
	'wrong_code',
	'not_closed',
	'no_due_date',
	'no_conference_record',
	'no_profile'
] as const;
export type Gap = (typeof GAPS)[number];

/** What the chair can be asked to do; the others are mended in the case system. */
export const CHAIR_CAN_MEND: readonly Gap[] = [
	'no_code',
	'wrong_code',
	'not_closed',
	'no_conference_record'
];

/** What a manager can mend here, in one tap where it is known what is right. */
export const CODE_GAPS: readonly Gap[] = ['no_code', 'wrong_code'];
