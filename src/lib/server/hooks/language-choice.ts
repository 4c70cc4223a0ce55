import type { Cookies } from '@sveltejs/kit';
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
