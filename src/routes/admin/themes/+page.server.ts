import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { MOST_IN_A_THEME_NAME } from '#lib/server/themes/change.ts';
import { signedOutMeanwhile } from '../settings/signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => ({
	list: signedOutMeanwhile(event) ? null : await event.locals.app.themes.toEdit(event.locals.actor),
	most: MOST_IN_A_THEME_NAME,
	// The same form sent twice adds one theme.
	newId: randomUUID(),
	kept: event.url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const of = { version: Number(textOf(form, 'version')), id: textOf(form, 'theme') };
		const what = choiceOf(form, 'what', ['up', 'down', 'retire', 'bring_back']);
		const named = choiceOf(form, 'what', ['add', 'rename']) ?? 'rename';
		await locals.app.themes.change(
			locals.actor,
			what === null ? { ...of, do: named, name: textOf(form, 'name') } : { ...of, do: what }
		);
		redirect(303, '/admin/themes?kept');
	})
};
