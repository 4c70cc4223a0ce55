import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	list: await locals.app.preparing.notHeard(locals.actor, {
		page: Number(url.searchParams.get('page') ?? 1)
	}),
	asked: url.searchParams.has('asked')
}));

export const actions: Actions = {
	ask: action(async ({ locals, url }, form) => {
		await locals.app.preparing.askAgain(locals.actor, {
			meetingId: textOf(form, 'meeting'),
			youngPersonId: textOf(form, 'young_person')
		});
		const page = Number(url.searchParams.get('page') ?? 1) || 1;
		redirect(303, `/desk/not-heard?page=${page}&asked`);
	})
};
