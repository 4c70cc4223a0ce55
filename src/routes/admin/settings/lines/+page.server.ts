import { redirect } from '@sveltejs/kit';
import { LINES_FOR } from '#lib/server/administration/help-lines.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { signedOutMeanwhile } from '../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => ({
	lists: signedOutMeanwhile(event)
		? null
		: await event.locals.app.administration.lines(event.locals.actor),
	kept: event.url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const what = choiceOf(form, 'what', ['take_off', 'bring_back', 'move']);
		const line = {
			whose: choiceOf(form, 'whose', LINES_FOR) ?? 'young_people',
			version: Number(textOf(form, 'version')),
			id: textOf(form, 'id')
		};
		await locals.app.administration.changeLine(
			locals.actor,
			what === 'take_off' || what === 'bring_back'
				? { ...line, do: what }
				: { ...line, do: 'move', place: Number(textOf(form, 'place')) }
		);
		redirect(303, '/admin/settings/lines?kept');
	})
};
