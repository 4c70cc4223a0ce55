import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/hooks/answer.ts';
import { forgetSession, SESSION_COOKIE } from '#lib/server/hooks/session-cookie.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: action(async (event) => {
		await event.locals.app.accounts.signOut(event.cookies.get(SESSION_COOKIE) ?? '');
		forgetSession(event);
		redirect(303, '/');
	})
};
