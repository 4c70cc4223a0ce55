import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { keepAnswers, pagesOf, speakFirst, visitOf } from '#lib/server/hooks/outside.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const { locals, url } = event;
	const start = await locals.app.outside.start(visitOf(event));
	speakFirst(event, start.language, locals.translator.language.tag);
	return {
		formId: start.form.id,
		values: start.about.values,
		begun: start.begun,
		room: start.room,
		gone: url.searchParams.has('gone'),
		here: pagesOf(event)
	};
});

export const actions: Actions = {
	default: action(async (event, form) => {
		const { next, cookie } = await event.locals.app.outside.begin(visitOf(event), {
			language: event.locals.translator.language.tag,
			afresh: form.get('do') === 'afresh'
		});
		keepAnswers(event, cookie);
		redirect(303, `${pagesOf(event)}/${next ?? 'check'}`);
	})
};
