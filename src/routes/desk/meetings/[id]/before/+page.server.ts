import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => ({
	before: await locals.app.preparing.before(locals.actor, params.id),
	done: (['asked', 'noted'] as const).find((what) => url.searchParams.has(what)) ?? null
}));

export const actions: Actions = {
	ask: action(async ({ locals, params }, form) => {
		const youngPersonId = textOf(form, 'young_person');
		await locals.app.preparing.askAgain(locals.actor, { meetingId: params.id, youngPersonId });
		redirect(303, `/desk/meetings/${params.id}/before?asked`);
	}),
	seen: action(async ({ locals, params }, form) => {
		await locals.app.preparing.recordSeenAlone(locals.actor, {
			meetingId: params.id,
			youngPersonId: textOf(form, 'young_person'),
			seenAlone: textOf(form, 'seen') || null,
			on: textOf(form, 'on') || null
		});
		redirect(303, `/desk/meetings/${params.id}/before?noted`);
	})
};
