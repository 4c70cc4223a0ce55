import type { Handle, RequestEvent } from '@sveltejs/kit';
import { NOBODY } from '../access.ts';
import { SESSION_COOKIE, TOGETHER_COOKIE } from './session-cookie.ts';

/**
 * Who is asking, from the cookies. Where a form is gone through with a helper, that comes first: whoever else is signed
 * in on the device stays out of reach until it is over.
 */
export const session: Handle = async ({ event, resolve }) => {
	const { accounts, together } = event.locals.app;
	const shared = event.cookies.get(TOGETHER_COOKIE);
	const token = event.cookies.get(SESSION_COOKIE);
	const signedIn = shared
		? await together.sessionOf(shared)
		: token
			? await accounts.sessionOf(token)
			: null;
	Object.assign(event.locals, { actor: signedIn?.actor ?? NOBODY, signedIn });
	return resolve(event);
};

/** Ends on the server whatever is open in this browser. */
export async function endSessions({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>) {
	await locals.app.together.end(cookies.get(TOGETHER_COOKIE) ?? '');
	await locals.app.accounts.signOut(cookies.get(SESSION_COOKIE) ?? '');
}
