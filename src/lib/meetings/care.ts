/** What a council does for a young person, as the case system calls it. */
export const CARE_STATUSES = [
	'looked_after',
	'child_protection',
	'care_leaver',
	'child_in_need',
	'early_help'
] as const;
export type CareStatus = (typeof CARE_STATUSES)[number];
