import { redirect } from '@sveltejs/kit';
import { checkList } from '#lib/forms/check.ts';
import { answersOf } from '#lib/server/drafts/draft-contents.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => {
	const view = await locals.app.drafts.open(locals.actor, params.form);
	const { form, facts, draft, reader, staff } = view;
	if (!draft) redirect(303, `/me/say/${params.form}`);
	const answers = answersOf(draft);
	return {
		form,
		facts,
		face: draft.face,
		answers,
		kept: draft.answers,
		reader,
		staff,
		sections: checkList(form, draft.face, answers, facts)
	};
});

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		const questionId = String(form.get('question'));
		await locals.app.drafts.keepForChair(locals.actor, {
			formId: params.form,
			questionId,
			chairOnly: form.get('chair_only') === '1'
		});
		redirect(303, `/me/say/${params.form}/check#q-${encodeURIComponent(questionId)}`);
	})
};
