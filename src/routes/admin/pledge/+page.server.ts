import { redirect } from '@sveltejs/kit';
import { MAX_PLEDGE_CHARACTERS } from '#lib/server/council/pledges.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, request, url }) => ({
	pledges:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.council.pledgesToEdit(locals.actor),
	most: MAX_PLEDGE_CHARACTERS,
	kept: url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.council.changePledge(locals.actor, {
			language: textOf(form, 'pledge_language'),
			text: textOf(form, 'text'),
			version: Number(textOf(form, 'version'))
		});
		redirect(303, '/admin/pledge?kept');
	})
};
