import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { SHOW } from '#lib/server/promises/views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url, request }) => ({
	list:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.promises.list(locals.actor, {
					page: Number(url.searchParams.get('page') ?? 1),
					show: SHOW.find((one) => one === url.searchParams.get('show')) ?? 'open'
				}),
	marked: url.searchParams.has('marked')
}));

export const actions: Actions = {
	mark: action(async ({ locals, url }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.promises.mark(locals.actor, {
			id: textOf(form, 'promise'),
			version: Number(textOf(form, 'version')),
			done: choiceOf(form, 'done', ['done', 'not_done', 'open']),
			on: textOf(form, 'on'),
			why: textOf(form, 'why'),
			language: locals.translator.language.tag
		});
		const here = new URLSearchParams({
			show: url.searchParams.get('show') ?? 'open',
			page: url.searchParams.get('page') ?? '1'
		});
		redirect(303, `/desk/promises?${here}&marked`);
	})
};
