import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	list: await locals.app.people.list(locals.actor, {
		page: Number(url.searchParams.get('page') ?? 1)
	})
}));

export const actions: Actions = {
	// Answered with the page: in an address, the name would stay in the browser's history and in the logs of proxies.
	find: action(async ({ locals }, form) => {
		const name = textOf(form, 'name').trim();
		return { name, found: name ? await locals.app.people.list(locals.actor, { name }) : null };
	})
};
