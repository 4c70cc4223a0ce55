import type { Handle } from '@sveltejs/kit';
import { LANGUAGES, languageOf, preferredLanguage } from '../../language/languages.ts';

export const LANGUAGE_COOKIE = 'language';

/** The language somebody chose, else their account's, else the first their browser asks for; written on `<html>`. */
export const language: Handle = async ({ event, resolve }) => {
	const chosen = event.cookies.get(LANGUAGE_COOKIE) ?? event.locals.signedIn?.language;
	const known = LANGUAGES.some(({ tag }) => tag === chosen);
	const reads = known
		? languageOf(chosen)
		: preferredLanguage(event.request.headers.get('accept-language'));
	Object.assign(event.locals, { translator: event.locals.app.translator(reads.tag) });
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			// Asked only now: a post may have changed it (language-choice.ts).
			const { tag, direction } = event.locals.translator.language;
			return html.replace('%sayso.language%', tag).replace('%sayso.direction%', direction);
		}
	});
};
