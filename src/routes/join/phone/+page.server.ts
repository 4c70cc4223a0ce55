import { redirect } from '@sveltejs/kit';
import { PHONES } from '#lib/server/accounts/session-kinds.ts';
import { invalid } from '#lib/server/errors.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import { choiceOf } from '#lib/server/hooks/fields.ts';
import { joiningAt, joiningToken } from '#lib/server/hooks/joining.ts';
import { keepSession, SESSION_COOKIE } from '#lib/server/hooks/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	await joiningAt(event, 'phone');
});

export const actions: Actions = {
	default: action(async (event, form) => {
		const { app, translator } = event.locals;
		const phone = choiceOf(form, 'phone', PHONES);
		if (!phone) throw invalid('choose_phone');
		const session = await app.accounts.join(joiningToken(event), phone, translator.language.tag);
		await app.accounts.signOut(event.cookies.get(SESSION_COOKIE) ?? '');
		keepSession(event, session);
		redirect(303, '/me');
	})
};
