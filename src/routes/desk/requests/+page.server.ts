import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['matched', 'passed_on', 'given'] as const;

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	list: await locals.app.requests.list(locals.actor, {
		page: Number(url.searchParams.get('page') ?? 1),
		kind: url.searchParams.get('kind'),
		show: url.searchParams.get('show')
	}),
	sendKey: randomUUID(),
	done: DONE.find((what) => url.searchParams.has(what)) ?? null
}));

export const actions: Actions = {
	give: action(async ({ locals }, form) => {
		await locals.app.requests.give(locals.actor, {
			id: textOf(form, 'request'),
			sendKey: textOf(form, 'send_key'),
			version: Number(textOf(form, 'version')),
			providerId: textOf(form, 'provider')
		});
		redirect(303, '/desk/requests?given');
	})
};
