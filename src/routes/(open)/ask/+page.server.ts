import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, typed } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { answerIn } from '#lib/server/hooks/language-choice.ts';
import { ASK_ABOUT, REACH_WAYS } from '#lib/server/requests/views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async () => ({
	// The same page sent twice asks once.
	sendKey: randomUUID(),
	ways: REACH_WAYS,
	about: ASK_ABOUT
}));

export const actions: Actions = {
	default: action(async (event, form) => {
		if (answerIn(event, form.get('language'))) return { values: typed(form) };
		const reach = choiceOf(form, 'reach', REACH_WAYS);
		await event.locals.app.requests.ask(
			{
				sendKey: textOf(form, 'send_key'),
				name: textOf(form, 'name'),
				age: textOf(form, 'age'),
				...(reach ? { reach } : {}),
				reachHow: textOf(form, 'how'),
				about: ASK_ABOUT.filter((one) => form.has(`about-${one}`)),
				words: textOf(form, 'words'),
				language: event.locals.translator.language.tag
			},
			event.getClientAddress()
		);
		redirect(303, '/ask/asked');
	})
};
