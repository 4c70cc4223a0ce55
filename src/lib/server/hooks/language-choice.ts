import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { LANGUAGES } from '../../language/languages.ts';
import { LANGUAGE_COOKIE } from './language.ts';

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the language somebody chose. @returns its tag; null when the interface does not have it */
export function keepLanguage(cookies: Cookies, url: URL, asked: unknown): string | null {
	const chosen = LANGUAGES.find(({ tag }) => tag === asked);
	if (!chosen) return null;
	cookies.set(LANGUAGE_COOKIE, chosen.tag, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: A_YEAR_SECONDS
	});
	return chosen.tag;
}

/**
 * The same for a page that answers the post itself, with everything that was typed: it is drawn in that language now.
 * @returns whether a language was asked for
 */
export function answerIn(event: RequestEvent, asked: unknown): boolean {
	const chosen = keepLanguage(event.cookies, event.url, asked);
	if (chosen === null) return false;
	Object.assign(event.locals, { translator: event.locals.app.translator(chosen) });
	return true;
}
