import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { work } from './work.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => ({
	request:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.requests.open(locals.actor, params.id),
	// The same page sent twice has done it once.
	sendKey: randomUUID(),
	done: url.searchParams.has('done')
}));

export const actions: Actions = {
	// Answered with the page: in an address, the name would stay in the browser's history.
	find: action(async ({ locals }, form) => {
		const name = textOf(form, 'name').trim();
		const found = name === '' ? null : await locals.app.people.list(locals.actor, { name });
		return { name, found: found?.people ?? [] };
	}),
	match: action(async ({ locals, params }, form) => {
		await locals.app.requests.match(locals.actor, {
			id: params.id,
			youngPersonId: textOf(form, 'young_person')
		});
		redirect(303, '/desk/requests?matched');
	}),
	pass_on: action(async ({ locals, params }) => {
		await locals.app.requests.passOn(locals.actor, params.id);
		redirect(303, '/desk/requests?passed_on');
	}),
	work: action(({ locals, params }, form) => work(locals, params.id, form))
};
