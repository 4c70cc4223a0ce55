import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Everybody's first page: an officer's inbox, a manager's alerts and missed statements; for the others what they
 * were asked for and what was sent to them. */
export const load: PageServerLoad = page(async ({ locals, url, parent }) => {
	const { app, actor } = locals;
	const roles = (await parent()).frame?.roles ?? [];
	const from = url.searchParams.get('from');
	if (roles.includes('iro'))
		return { inbox: await app.desk.inbox(actor, from ? { page: from } : {}), from };
	if (roles.includes('manager'))
		return {
			alerts: await app.desk.alerts(actor),
			missed: await app.desk.missed(actor),
			notices: await app.desk.notices(actor)
		};
	const onDuty = (await parent()).frame?.openAlerts !== null;
	const handles = (await parent()).frame?.newRequests !== null;
	return {
		requests: handles ? await app.requests.waiting(actor) : null,
		sentTo: await app.statements.sentTo(actor),
		dutyAlerts: onDuty ? await app.desk.alerts(actor) : [],
		notices: await app.desk.notices(actor)
	};
});

export const actions: Actions = {
	dismiss: action(async ({ locals }, form) => {
		await locals.app.desk.dismiss(locals.actor, String(form.get('notice')));
		redirect(303, '/desk');
	})
};
