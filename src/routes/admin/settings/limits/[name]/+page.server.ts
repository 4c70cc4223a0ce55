import { redirect } from '@sveltejs/kit';
import { notFound } from '#lib/server/errors.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { signedOutMeanwhile } from '../../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	if (signedOutMeanwhile(event)) return { editing: null };
	const { locals, params } = event;
	const { limits, version } = await locals.app.administration.limits(locals.actor);
	const limit = limits.find(({ name }) => name === params.name);
	if (!limit) throw notFound();
	return { editing: { ...limit, version } };
});

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const value = textOf(form, 'value').trim();
		await locals.app.administration.changeLimit(locals.actor, {
			version: Number(textOf(form, 'version')),
			name: params.name,
			value: form.has('usual') ? null : value === '' ? 0 : Number(value) || 0,
			confirmed: form.has('confirmed')
		});
		redirect(303, '/admin/settings/limits?kept');
	})
};
