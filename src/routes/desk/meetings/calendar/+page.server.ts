import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	calendar: await locals.app.diary.calendar(locals.actor),
	ended: url.searchParams.has('ended')
}));

export const actions: Actions = {
	// Answered with the page: the address is told this once, and must not stand in a browser’s history.
	make: action(async ({ locals, url }) => {
		const { token } = await locals.app.diary.makeCalendar(locals.actor);
		return { address: `${url.origin}/calendar/${token}` };
	}),
	end: action(async ({ locals }) => {
		await locals.app.diary.revokeCalendar(locals.actor);
		redirect(303, '/desk/meetings/calendar?ended');
	})
};
