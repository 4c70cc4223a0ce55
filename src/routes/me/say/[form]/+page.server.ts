import { redirect } from '@sveltejs/kit';
import { FACES } from '#lib/forms/definition.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import { invalid } from '#lib/server/errors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => {
	const { form, facts, draft, reader } = await locals.app.drafts.open(locals.actor, params.form);
	const faces = form.faces.filter((face) => face !== 'grown_up' || facts.age >= 16);
	const face = draft?.face ?? locals.signedIn?.face ?? 'standard';
	return {
		form,
		facts,
		reader,
		faces,
		face: faces.find((one) => one === face) ?? 'standard',
		begunAt: draft?.updatedAt ?? null
	};
});

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		const face = FACES.find((one) => one === form.get('face'));
		if (!face) throw invalid('face_unknown');
		const { next } = await locals.app.drafts.begin(locals.actor, {
			formId: params.form,
			face,
			language: locals.translator.language.tag
		});
		redirect(303, `/me/say/${params.form}/${next ?? 'check'}`);
	})
};
