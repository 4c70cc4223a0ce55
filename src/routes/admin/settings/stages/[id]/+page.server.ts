import { redirect } from '@sveltejs/kit';
import { notFound } from '#lib/server/errors.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { byLanguageOf } from '../../by-language.ts';
import { signedOutMeanwhile } from '../../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

/** A new one has the place of an id. */
const idOf = (id: string): string => (id === 'new' ? '' : id);

export const load: PageServerLoad = page(async (event) => {
	if (signedOutMeanwhile(event)) return { editing: null };
	const { locals, params } = event;
	const { stages, version, mostDays } = await locals.app.administration.stages(locals.actor);
	const stage = stages.find(({ id }) => id === params.id) ?? null;
	if (!stage && idOf(params.id) !== '') throw notFound();
	return { editing: { stage, version, mostDays } };
});

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.administration.changeStage(locals.actor, {
			do: 'keep',
			version: Number(textOf(form, 'version')),
			id: idOf(params.id),
			days: Number(textOf(form, 'days')) || 0,
			tellsManagers: form.has('tells'),
			names: byLanguageOf(form, 'name')
		});
		redirect(303, '/admin/settings/stages?kept');
	})
};
