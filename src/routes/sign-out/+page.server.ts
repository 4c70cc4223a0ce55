import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/hooks/answer.ts';
import { endSessions } from '#lib/server/hooks/session.ts';
import { forgetSession } from '#lib/server/hooks/session-cookie.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: action(async (event) => {
		await endSessions(event);
		forgetSession(event);
		// Nothing of theirs stays on the phone, also where no script can see to it.
		event.setHeaders({ 'Clear-Site-Data': '"storage"' });
		redirect(303, '/');
	})
};
