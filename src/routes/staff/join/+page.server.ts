import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { keepSession } from '#lib/server/hooks/session-cookie.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: action(async (event, form) => {
		const session = await event.locals.app.accounts.joinStaff(
			{ code: textOf(form, 'typed_code'), passphrase: textOf(form, 'new_passphrase') },
			event.getClientAddress()
		);
		keepSession(event, session);
		redirect(303, '/desk');
	})
};
