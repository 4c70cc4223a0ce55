/** What somebody of the staff does; one person may hold several. */
export const ROLES = [
	'iro',
	'manager',
	'advocate',
	'complaints',
	'participation',
	'social_worker',
	'admin'
] as const;
export type Role = (typeof ROLES)[number];
