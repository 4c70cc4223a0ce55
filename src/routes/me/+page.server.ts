import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals }) => locals.app.home.see(locals.actor));

export const actions: Actions = {
	/** A form begun with a helper becomes their own. */
	adopt: action(async ({ locals }, form) => {
		const { formId } = await locals.app.together.adopt(locals.actor, String(form.get('together')));
		redirect(303, `/me/say/${formId}`);
	}),
	dismiss: action(async ({ locals }, form) => {
		await locals.app.home.dismiss(locals.actor, String(form.get('notice')));
		redirect(303, '/me');
	})
};
