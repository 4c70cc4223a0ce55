import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { stepOf } from './read-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => ({
	concern:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.concerns.open(locals.actor, params.id),
	// The same page sent twice takes one step.
	sendKey: randomUUID(),
	done: (['raised', 'done'] as const).find((what) => url.searchParams.has(what)) ?? null
}));

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.concerns.step(locals.actor, stepOf(form, params.id));
		redirect(303, `/desk/concerns/${params.id}?done`);
	})
};
