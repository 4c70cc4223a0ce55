import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { forgetLanguage } from '#lib/server/hooks/outside.ts';
import { endSessions } from '#lib/server/hooks/session.ts';
import { forgetSession } from '#lib/server/hooks/session-cookie.ts';
import { notFound } from '#lib/server/errors.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['opened', 'ended', 'back'] as const;

export const load: PageServerLoad = page(async ({ locals, params, url }) => ({
	offers: await locals.app.outside.see(locals.actor, params.id),
	origin: url.origin,
	done: DONE.find((what) => url.searchParams.has(what)) ?? null
}));

export const actions: Actions = {
	open: action(async ({ locals, params }, form) => {
		await locals.app.outside.openRoom(locals.actor, {
			meetingId: params.id,
			language: textOf(form, 'language')
		});
		redirect(303, `/desk/meetings/${params.id}/parents?opened`);
	}),
	end: action(async ({ locals, params }) => {
		await locals.app.outside.endRoom(locals.actor, params.id);
		redirect(303, `/desk/meetings/${params.id}/parents?ended`);
	}),
	// This device becomes the parents': its owner is signed out first, so that no way leads from there to the desk.
	tablet: action(async (event) => {
		const { locals, params } = event;
		const { room } = await locals.app.outside.see(locals.actor, params.id);
		if (!room) throw notFound();
		await endSessions(event);
		forgetSession(event);
		forgetLanguage(event);
		event.setHeaders({ 'Clear-Site-Data': '"cache", "storage"' });
		redirect(303, room.path);
	}),
	// The slip is the answer to the post that makes it, and has no address: to come back would tell whether it was used.
	hand: action(async ({ locals, params }, form) => ({
		handed: await locals.app.outside.handOver(locals.actor, {
			meetingId: params.id,
			language: textOf(form, 'language'),
			email: textOf(form, 'email'),
			agreed: form.has('agreed')
		})
	})),
	back: action(async ({ locals, params }, form) => {
		await locals.app.outside.takeAddressBack(locals.actor, {
			meetingId: params.id,
			email: textOf(form, 'back_email')
		});
		redirect(303, `/desk/meetings/${params.id}/parents?back`);
	})
};
