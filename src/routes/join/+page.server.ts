import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { keepJoining } from '#lib/server/hooks/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ url }) => ({
	again: url.searchParams.has('again')
}));

export const actions: Actions = {
	default: action(async (event, form) => {
		const { purpose, token } = await event.locals.app.accounts.openInvitation(
			textOf(form, 'typed_code'),
			event.getClientAddress()
		);
		if (purpose === 'staff') redirect(303, '/staff/join');
		keepJoining(event, token);
		redirect(303, purpose === 'new_secret' ? '/join/pictures' : '/join/name');
	})
};
