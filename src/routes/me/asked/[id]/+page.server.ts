import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { MOVE_KINDS } from '#lib/rights/stages.ts';
import { invalid } from '#lib/server/errors.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => ({
	request: await locals.app.requests.readOwn(locals.actor, params.id),
	// The same page sent twice has done it once.
	sendKey: randomUUID(),
	done: url.searchParams.has('done')
}));

const stepIn = (form: FormData, id: string, language: string) => ({
	id,
	sendKey: textOf(form, 'send_key'),
	version: Number(textOf(form, 'version')),
	language
});

export const actions: Actions = {
	move: action(async ({ locals, params }, form) => {
		const step = choiceOf(form, 'step', MOVE_KINDS);
		if (!step) throw invalid('form_unreadable');
		const asked = stepIn(form, params.id, locals.translator.language.tag);
		await locals.app.requests.ownMove(locals.actor, { ...asked, step });
		redirect(303, `/me/asked/${params.id}?done`);
	}),
	waiting: action(async ({ locals, params }, form) => {
		const asked = stepIn(form, params.id, locals.translator.language.tag);
		await locals.app.requests.sayWaiting(locals.actor, asked);
		redirect(303, `/me/asked/${params.id}?done`);
	}),
	advocate: action(async ({ locals, params }, form) => {
		const want = choiceOf(form, 'want', ['yes', 'no']);
		if (!want) throw invalid('form_unreadable');
		const asked = stepIn(form, params.id, locals.translator.language.tag);
		await locals.app.requests.chooseAdvocate(locals.actor, { ...asked, want });
		redirect(303, `/me/asked/${params.id}?done`);
	})
};
