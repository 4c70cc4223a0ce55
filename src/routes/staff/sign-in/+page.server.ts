import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { keepSession, SESSION_COOKIE } from '#lib/server/hooks/session-cookie.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: action(async (event, form) => {
		const { accounts } = event.locals.app;
		const session = await accounts.signInStaff(
			{ email: textOf(form, 'email'), passphrase: textOf(form, 'passphrase') },
			event.getClientAddress()
		);
		await accounts.signOut(event.cookies.get(SESSION_COOKIE) ?? '');
		keepSession(event, session);
		redirect(303, '/desk');
	})
};
