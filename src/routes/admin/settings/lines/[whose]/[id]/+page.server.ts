import { redirect } from '@sveltejs/kit';
import { LINES_FOR, type LinesFor } from '#lib/server/administration/help-lines.ts';
import { notFound } from '#lib/server/errors.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { byLanguageOf } from '../../../by-language.ts';
import { signedOutMeanwhile } from '../../../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

/** A new one has the place of an id. */
const idOf = (id: string): string => (id === 'new' ? '' : id);

function whoseOf(text: string): LinesFor {
	const whose = LINES_FOR.find((known) => known === text);
	if (!whose) throw notFound();
	return whose;
}

export const load: PageServerLoad = page(async (event) => {
	if (signedOutMeanwhile(event)) return { editing: null };
	const { locals, params } = event;
	const whose = whoseOf(params.whose);
	const list = (await locals.app.administration.lines(locals.actor)).find(
		(one) => one.whose === whose
	);
	const id = idOf(params.id);
	const line = list?.lines.find((one) => one.id === id);
	if (!list || (id !== '' && !line)) throw notFound();
	return { editing: { whose, line: line ?? null, version: list.version } };
});

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.administration.changeLine(locals.actor, {
			do: 'keep',
			whose: whoseOf(params.whose),
			version: Number(textOf(form, 'version')),
			id: idOf(params.id),
			number: textOf(form, 'number'),
			by: textOf(form, 'by'),
			names: byLanguageOf(form, 'name'),
			hints: byLanguageOf(form, 'hint')
		});
		redirect(303, '/admin/settings/lines?kept');
	})
};
