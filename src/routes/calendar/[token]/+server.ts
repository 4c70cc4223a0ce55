import { page } from '#lib/server/hooks/answer.ts';
import type { RequestHandler } from './$types';

/** For a calendar that asks by itself: whoever has the address is not signed in, and sees nobody’s name. */
export const GET: RequestHandler = page(async ({ locals, params, url }) => {
	const file = await locals.app.diary.calendarFile(params.token, url.origin);
	return new Response(file, {
		headers: {
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': 'inline; filename="sayso.ics"',
			'Content-Security-Policy': "default-src 'none'; sandbox",
			'Cache-Control': 'no-store',
			'Referrer-Policy': 'no-referrer',
			'X-Robots-Tag': 'noindex'
		}
	});
});
