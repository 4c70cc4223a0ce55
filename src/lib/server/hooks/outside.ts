import { redirect, type RequestEvent } from '@sveltejs/kit';
import { LANGUAGES } from '../../language/languages.ts';
import type { OutsidePurpose } from '../outside/links.ts';
import type { Visit } from '../outside/outside.ts';
import { LANGUAGE_COOKIE } from './language.ts';
import { keepLanguage } from './language-choice.ts';

/** Finds what was begun over a link in this browser, and nothing else: it goes to that link's pages alone. */
const ANSWERS_COOKIE = 'answers';

type Params = { readonly purpose: OutsidePurpose; readonly token: string };
type Event = Pick<
	RequestEvent<Params & Record<string, string>>,
	'cookies' | 'url' | 'getClientAddress'
> & {
	readonly params: Params;
};

export const visitOf = ({ params, cookies, getClientAddress }: Event): Visit => ({
	purpose: params.purpose,
	token: params.token,
	cookie: cookies.get(ANSWERS_COOKIE) ?? null,
	address: getClientAddress()
});

/** Where the pages of a link begin. */
export const pagesOf = ({ params }: Pick<Event, 'params'>): string =>
	`/${params.purpose}/${params.token}`;

const guarded = (event: Pick<Event, 'url' | 'params'>) => ({
	path: pagesOf(event),
	httpOnly: true,
	sameSite: 'lax' as const,
	secure: event.url.protocol === 'https:'
});

/** Gone when the browser is closed. */
export function keepAnswers(event: Event, cookie: string | null): void {
	if (cookie !== null) event.cookies.set(ANSWERS_COOKIE, cookie, guarded(event));
}

/** The next person begins with nothing of this one, the language neither. */
export function forgetAnswers(event: Event): void {
	event.cookies.delete(ANSWERS_COOKIE, guarded(event));
}

export function forgetLanguage({ cookies, url }: Pick<Event, 'cookies' | 'url'>): void {
	cookies.delete(LANGUAGE_COOKIE, { path: '/', secure: url.protocol === 'https:' });
}

/**
 * Speaks the language whoever handed the link over chose, until another is chosen here. A printed sheet names its own in
 * the address.
 */
export function speakFirst(event: Event, language: string, speaking: string): void {
	if (event.cookies.get(LANGUAGE_COOKIE) !== undefined) return;
	const named = event.url.searchParams.get('in');
	const wanted = LANGUAGES.find(({ tag }) => tag === named)?.tag ?? language;
	keepLanguage(event.cookies, event.url, wanted);
	// Once: a browser that keeps no cookie would go round for ever.
	if (wanted !== speaking && !event.url.searchParams.has('spoken'))
		redirect(303, `${pagesOf(event)}?in=${wanted}&spoken`);
}
