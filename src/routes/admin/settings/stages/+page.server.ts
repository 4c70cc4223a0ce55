import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { FORMAL_WORKING_DAYS } from '#lib/rights/concerns.ts';
import { signedOutMeanwhile } from '../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => ({
	editing: signedOutMeanwhile(event)
		? null
		: await event.locals.app.administration.stages(event.locals.actor),
	most: FORMAL_WORKING_DAYS,
	kept: event.url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const what = choiceOf(form, 'what', ['take_out', 'put_back']);
		const stage = { version: Number(textOf(form, 'version')), id: textOf(form, 'id') };
		await locals.app.administration.changeStage(
			locals.actor,
			what === null
				? { ...stage, do: 'move', place: Number(textOf(form, 'place')) }
				: { ...stage, do: what }
		);
		redirect(303, '/admin/settings/stages?kept');
	})
};
