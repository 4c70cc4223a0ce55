const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const SESSION_KINDS = ['shared_phone', 'own_phone', 'staff'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** How long a sign-in lasts, in milliseconds: without being used, and whatever happens. */
export const LIMITS: Readonly<
	Record<SessionKind, { readonly idle: number; readonly most: number }>
> = {
	shared_phone: { idle: 30 * MINUTE, most: 12 * HOUR },
	own_phone: { idle: 30 * DAY, most: 180 * DAY },
	staff: { idle: 30 * MINUTE, most: 10 * HOUR }
};

/** The phones a young person may say they are on. */
export const PHONES = ['shared', 'own'] as const;
export type Phone = (typeof PHONES)[number];

export const kindOfPhone = (phone: Phone): SessionKind =>
	phone === 'own' ? 'own_phone' : 'shared_phone';
