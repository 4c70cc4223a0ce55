import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { returnPath } from '#lib/server/hooks/return-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals }) => ({
	alerts: await locals.app.desk.alerts(locals.actor),
	looks: await locals.app.duty.whoLooks(),
	council: locals.app.council.current()
}));

export const actions: Actions = {
	take: action(async ({ locals }, form) => {
		await locals.app.safety.acknowledge(locals.actor, String(form.get('alert')));
		redirect(303, returnPath(form.get('return')));
	})
};
