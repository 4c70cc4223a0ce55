import { redirect } from '@sveltejs/kit';
import { PHONES } from '#lib/server/accounts/session-kinds.ts';
import { SECRET_LENGTH } from '#lib/server/accounts/secret-pictures.ts';
import { invalid } from '#lib/server/errors.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { newSecretField, secretTaps, typedSecret } from '#lib/server/hooks/secret-field.ts';
import { keepSession, SESSION_COOKIE } from '#lib/server/hooks/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals }) => ({
	secretField: newSecretField(),
	pictures: locals.app.secretWords.all(locals.translator)
}));

export const actions: Actions = {
	...secretTaps,
	in: action(async (event, form) => {
		const { app } = event.locals;
		const secret = app.secretWords.read(typedSecret(form));
		if (secret.length !== SECRET_LENGTH) throw invalid('secret_unfinished');
		const phone = choiceOf(form, 'phone', PHONES);
		if (!phone) throw invalid('choose_phone');
		const session = await app.accounts.signInYoungPerson(
			{ name: textOf(form, 'name'), secret, phone },
			event.getClientAddress()
		);
		// Whoever was signed in on this phone no longer is.
		await app.accounts.signOut(event.cookies.get(SESSION_COOKIE) ?? '');
		keepSession(event, session);
		redirect(303, '/me');
	})
};
