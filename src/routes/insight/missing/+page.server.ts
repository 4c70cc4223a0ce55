import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url, request }) => {
	if (locals.actor.kind === 'nobody' && request.method === 'POST')
		return { view: null, openTo: new Map(), done: null };
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const view = await locals.app.completeness.missing(locals.actor, {
		year: asked('year'),
		gap: asked('gap'),
		page: asked('page')
	});
	const ids = view.rows.map(({ meetingId }) => meetingId);
	return {
		view,
		openTo: await locals.app.deciding.openTo(locals.actor, ids),
		done: ['recorded', 'asked_done'].find((one) => one === asked('done')) ?? null
	};
});

export const actions: Actions = {
	record: action(async ({ locals, url }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.completeness.recordCode(locals.actor, {
			meetingId: textOf(form, 'meeting'),
			youngPersonId: textOf(form, 'young_person'),
			code: textOf(form, 'participation_code')
		});
		redirect(303, after(url, 'recorded'));
	}),
	ask: action(async ({ locals, url }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.completeness.ask(locals.actor, {
			meetingId: textOf(form, 'meeting'),
			gap: textOf(form, 'gap')
		});
		redirect(303, after(url, 'asked_done'));
	})
};

/** The same list, with what was done said above it. */
function after(url: URL, done: string): string {
	const query = new URLSearchParams();
	for (const name of ['year', 'gap', 'page']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	query.set('done', done);
	return `/insight/missing?${query}`;
}
