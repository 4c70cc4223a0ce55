import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['made', 'changed', 'held', 'undone', 'cancelled'] as const;

export const load: PageServerLoad = page(async ({ locals, params, url }) => ({
	meeting: await locals.app.diary.meeting(locals.actor, params.id),
	conferenceRecord: await locals.app.surveys.recordState(locals.actor, params.id),
	done: DONE.find((what) => url.searchParams.has(what)) ?? null
}));

export const actions: Actions = {
	hold: action(async ({ locals, params }, form) => {
		await locals.app.meetings.hold(locals.actor, {
			meetingId: params.id,
			heldOn: textOf(form, 'held_on'),
			sittingId: textOf(form, 'sitting')
		});
		redirect(303, `/desk/meetings/${params.id}?held`);
	}),
	undo: action(async ({ locals, params }) => {
		await locals.app.meetings.undoHold(locals.actor, params.id);
		redirect(303, `/desk/meetings/${params.id}?undone`);
	}),
	cancel: action(async ({ locals, params }) => {
		await locals.app.meetings.cancel(locals.actor, params.id);
		redirect(303, `/desk/meetings/${params.id}?cancelled`);
	})
};
