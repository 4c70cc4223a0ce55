import type { RequestEvent } from '@sveltejs/kit';
import type { Session } from '../accounts/sessions.ts';

export const SESSION_COOKIE = 'sayso';
/** Between the card and the first sign-in. */
export const JOINING_COOKIE = 'joining';
/** Of a form that is gone through with a helper: while it is there, nothing else is open on this device. */
export const TOGETHER_COOKIE = 'together';

type Visit = Pick<RequestEvent, 'cookies' | 'url'>;

const guarded = ({ url }: Visit, path: string) => ({
	path,
	httpOnly: true,
	sameSite: 'lax' as const,
	secure: url.protocol === 'https:'
});

/** Signs the browser in. Only somebody's own phone keeps the cookie when the browser is closed. */
export function keepSession(visit: Visit, { token, kind, expiresAt }: Session): void {
	visit.cookies.delete(JOINING_COOKIE, guarded(visit, '/join'));
	visit.cookies.delete(TOGETHER_COOKIE, guarded(visit, '/'));
	visit.cookies.set(SESSION_COOKIE, token, {
		...guarded(visit, '/'),
		...(kind === 'own_phone' ? { expires: new Date(expiresAt) } : {})
	});
}

export function keepJoining(visit: Visit, token: string): void {
	visit.cookies.set(JOINING_COOKIE, token, guarded(visit, '/join'));
}

export function keepTogether(visit: Visit, token: string): void {
	visit.cookies.set(TOGETHER_COOKIE, token, guarded(visit, '/'));
}

export function forgetTogether(visit: Visit): void {
	visit.cookies.delete(TOGETHER_COOKIE, guarded(visit, '/'));
}

export function forgetSession(visit: Visit): void {
	visit.cookies.delete(SESSION_COOKIE, guarded(visit, '/'));
	visit.cookies.delete(JOINING_COOKIE, guarded(visit, '/join'));
	forgetTogether(visit);
}
