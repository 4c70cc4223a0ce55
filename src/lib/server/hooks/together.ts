import { redirect, type RequestEvent } from '@sveltejs/kit';
import { signedOut } from '../errors.ts';
import type { Opened } from '../together/together.ts';
import { LANGUAGE_COOKIE } from './language.ts';
import { keepLanguage } from './language-choice.ts';
import {
	forgetSession,
	forgetTogether,
	keepTogether,
	SESSION_COOKIE,
	TOGETHER_COOKIE
} from './session-cookie.ts';

type Visit = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

const forgetLanguage = ({ cookies, url }: Visit): void =>
	cookies.delete(LANGUAGE_COOKIE, { path: '/', secure: url.protocol === 'https:' });

/**
 * From now on this device has the one form and nothing else. Staff are signed out of it first, so that nobody can wander
 * from the form to the desk; and it speaks the young person's language, not the helper's.
 */
export async function beginTogether(visit: Visit, { token }: Opened): Promise<never> {
	if (visit.locals.actor.kind === 'staff') {
		await visit.locals.app.accounts.signOut(visit.cookies.get(SESSION_COOKIE) ?? '');
		forgetSession(visit);
	}
	forgetLanguage(visit);
	keepTogether(visit, token);
	redirect(303, '/together/form');
}

/** Sent, or stopped before it was: the last page, in the language it was gone through in. */
export async function endTogether(visit: Visit, how: 'sent' | 'stopped'): Promise<never> {
	await visit.locals.app.together.end(visit.cookies.get(TOGETHER_COOKIE) ?? '');
	keepLanguage(visit.cookies, visit.url, visit.locals.translator.language.tag);
	redirect(303, how === 'stopped' ? '/together/done?stopped' : '/together/done');
}

/** The device is as it was before, in whichever language it had. */
export async function leaveTogether(visit: Visit): Promise<void> {
	if (!isTogether(visit)) return;
	await visit.locals.app.together.end(visit.cookies.get(TOGETHER_COOKIE) ?? '');
	forgetTogether(visit);
	forgetLanguage(visit);
}

/** Whether a helper's form was opened on this device, over or not. */
export const isTogether = ({ cookies }: Pick<RequestEvent, 'cookies'>): boolean =>
	cookies.get(TOGETHER_COOKIE) !== undefined;

/** @throws Refusal `signed_out` unless a helper's form is open here; over already, it leads to the end */
export function demandTogether({ cookies, locals }: Visit): void {
	if (locals.actor.kind === 'young_person' && locals.actor.only) return;
	if (isTogether({ cookies })) redirect(303, '/together/done');
	throw signedOut();
}
