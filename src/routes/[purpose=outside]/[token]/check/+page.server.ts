import { redirect } from '@sveltejs/kit';
import { checkList } from '#lib/forms/check.ts';
import { answersOf } from '#lib/server/drafts/draft-contents.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { forgetAnswers, pagesOf, visitOf } from '#lib/server/hooks/outside.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const { view, sendKey, about } = await event.locals.app.outside.open(visitOf(event));
	const here = pagesOf(event);
	if (!view?.draft || sendKey === null) redirect(303, `${here}?gone`);
	const { form, facts, draft } = view;
	const answers = answersOf(draft);
	return {
		form,
		facts,
		answers,
		kept: draft.answers,
		sections: checkList(form, draft.face, answers, facts),
		sendKey,
		values: about.values,
		here
	};
});

export const actions: Actions = {
	default: action(async (event, form) => {
		const { locals, params } = event;
		const { room } = await locals.app.outside.send(visitOf(event), {
			sendKey: textOf(form, 'send_key'),
			language: locals.translator.language.tag
		});
		forgetAnswers(event);
		event.setHeaders({ 'Clear-Site-Data': '"cache"' });
		redirect(303, room ? `${pagesOf(event)}/sent` : `/${params.purpose}/thanks`);
	})
};
