import { setTimeout as wait } from 'node:timers/promises';
import { LANGUAGE_COOKIE } from '#lib/server/hooks/language.ts';
import { endSessions } from '#lib/server/hooks/session.ts';
import { forgetSession } from '#lib/server/hooks/session-cookie.ts';
import type { RequestHandler } from './$types';

const LONGEST_WAIT_MS = 1000;

/**
 * Gone at once, and asked nothing. A link as well as a post: our policy lets a form go nowhere but here, and this ends
 * on somebody else's page. Nothing is kept, the language neither.
 */
const leave: RequestHandler = async (event) => {
	const { app } = event.locals;
	// Whatever the database is doing, nobody may be kept on this page: without the cookie they are out of it anyway.
	const ended = endSessions(event).catch(() => undefined);
	await Promise.race([ended, wait(LONGEST_WAIT_MS, undefined, { ref: false })]);
	forgetSession(event);
	event.cookies.delete(LANGUAGE_COOKIE, { path: '/', secure: event.url.protocol === 'https:' });
	return new Response(null, {
		status: 303,
		headers: {
			Location: app.council.current().leaveAddress,
			'Clear-Site-Data': '"cache", "cookies", "storage"'
		}
	});
};

export const GET = leave;
export const POST = leave;
