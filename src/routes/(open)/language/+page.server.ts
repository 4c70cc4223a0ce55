import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/hooks/answer.ts';
import { keepLanguage } from '#lib/server/hooks/language-choice.ts';
import { returnPath } from '#lib/server/hooks/return-path.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: action(async ({ cookies, url, locals }, form) => {
		const chosen = keepLanguage(cookies, url, form.get('language'));
		if (chosen && locals.actor.kind !== 'nobody')
			await locals.app.accounts.chooseLanguage(locals.actor, chosen);
		redirect(303, returnPath(form.get('return')));
	})
};
