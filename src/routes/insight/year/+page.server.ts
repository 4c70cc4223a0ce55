import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url, request }) => ({
	view:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.yearFigures.see(locals.actor, url.searchParams.get('year') ?? ''),
	done: url.searchParams.has('done')
}));

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const year = textOf(form, 'year');
		await locals.app.yearFigures.tell(locals.actor, year);
		redirect(303, `/insight/year?${new URLSearchParams({ year, done: '' })}`);
	})
};
