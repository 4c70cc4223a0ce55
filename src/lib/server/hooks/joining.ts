import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { JoiningState } from '../accounts/joining-state.ts';
import { JOINING_COOKIE } from './session-cookie.ts';

type Step = 'name' | 'pictures' | 'check' | 'phone';

/**
 * Where somebody with a card has come to. A step that is not due yet leads to the one that is; the steps before stay
 * open, so Back and reloading do no harm.
 */
export async function joiningAt(
	{ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>,
	step: Step
): Promise<JoiningState> {
	const token = cookies.get(JOINING_COOKIE);
	const state = token ? await locals.app.accounts.joiningOf(token) : null;
	if (!state) redirect(303, locals.actor.kind === 'young_person' ? '/me' : '/join?again');
	if (step === 'name' && state.purpose === 'new_secret') redirect(303, '/join/pictures');
	if (step !== 'name' && !state.signInName) redirect(303, '/join/name');
	if (step === 'phone' && !state.confirmed) redirect(303, '/join/check');
	return state;
}

/** The token of a joining, or one that opens nothing. */
export const joiningToken = ({ cookies }: Pick<RequestEvent, 'cookies'>): string =>
	cookies.get(JOINING_COOKIE) ?? '';
