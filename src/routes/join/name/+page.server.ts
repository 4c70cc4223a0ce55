import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { joiningAt, joiningToken } from '#lib/server/hooks/joining.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const { signInName } = await joiningAt(event, 'name');
	return { signInName };
});

export const actions: Actions = {
	default: action(async (event, form) => {
		const name = textOf(form, 'suggested') || textOf(form, 'name');
		await event.locals.app.accounts.chooseName(joiningToken(event), name);
		redirect(303, '/join/pictures');
	})
};
