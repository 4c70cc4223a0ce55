import type { Handle } from '@sveltejs/kit';
import { NOBODY } from '../access.ts';

/** Who is asking, from the session cookie. */
export const session: Handle = async ({ event, resolve }) => {
	Object.assign(event.locals, { actor: NOBODY });
	return resolve(event);
};
