import { redirect } from '@sveltejs/kit';
import { action, page, typed } from '#lib/server/hooks/answer.ts';
import { keepLanguage } from '#lib/server/hooks/language-choice.ts';
import { forgetSession } from '#lib/server/hooks/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	settings: await locals.app.accounts.ownSettings(locals.actor),
	kept: url.searchParams.has('kept')
}));

export const actions: Actions = {
	keep: action(async ({ locals, cookies, url }, form) => {
		const { accounts } = locals.app;
		await accounts.changeSettings(locals.actor, typed(form));
		const language = keepLanguage(cookies, url, form.get('reads'));
		if (language) await accounts.chooseLanguage(locals.actor, language);
		redirect(303, '/me/settings?kept');
	}),
	reset: action(async ({ locals }) => {
		await locals.app.accounts.resetSettings(locals.actor);
		redirect(303, '/me/settings?kept');
	}),
	everywhere: action(async (event) => {
		await event.locals.app.accounts.signOutEverywhere(event.locals.actor);
		forgetSession(event);
		redirect(303, '/');
	})
};
