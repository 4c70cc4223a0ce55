import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { joiningAt, joiningToken } from '#lib/server/hooks/joining.ts';
import { newSecretField, secretTaps, typedSecret } from '#lib/server/hooks/secret-field.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const { app, translator } = event.locals;
	const { signInName } = await joiningAt(event, 'check');
	return { signInName, secretField: newSecretField(), pictures: app.secretWords.all(translator) };
});

export const actions: Actions = {
	...secretTaps,
	check: action(async (event, form) => {
		const { app } = event.locals;
		await app.accounts.confirmSecret(joiningToken(event), app.secretWords.read(typedSecret(form)));
		redirect(303, '/join/phone');
	})
};
