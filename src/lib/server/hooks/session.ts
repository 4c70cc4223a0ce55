import type { Handle } from '@sveltejs/kit';
import { NOBODY } from '../access.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

/** Who is asking, from the session cookie. */
export const session: Handle = async ({ event, resolve }) => {
	const token = event.cookies.get(SESSION_COOKIE);
	const signedIn = token ? await event.locals.app.accounts.sessionOf(token) : null;
	Object.assign(event.locals, { actor: signedIn?.actor ?? NOBODY, signedIn });
	return resolve(event);
};
