import { redirect } from '@sveltejs/kit';
import { INTERPRETERS, NO_PLAN, PLAN_WORDS } from '#lib/meetings/participation-plan.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, request, url }) => ({
	written:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.preparing.planToWrite(locals.actor, params.id),
	kept: url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const words = Object.fromEntries(PLAN_WORDS.map((field) => [field, textOf(form, field)]));
		await locals.app.preparing.writePlan(locals.actor, {
			youngPersonId: params.id,
			version: Number(textOf(form, 'version')),
			plan: {
				...NO_PLAN,
				...words,
				interpreter: choiceOf(form, 'interpreter', INTERPRETERS) ?? 'none',
				language: textOf(form, 'interpreter_language'),
				dialect: textOf(form, 'dialect')
			}
		});
		redirect(303, `/desk/people/${params.id}/plan?kept`);
	})
};
