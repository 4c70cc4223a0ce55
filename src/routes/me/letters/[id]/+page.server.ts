import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => ({
	letter: await locals.app.letters.readOwn(locals.actor, params.id),
	asked: url.searchParams.has('asked')
}));

export const actions: Actions = {
	ask: action(async ({ locals, params }) => {
		await locals.app.letters.askAbout(locals.actor, params.id);
		redirect(303, `/me/letters/${params.id}?asked`);
	})
};
