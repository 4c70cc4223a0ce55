import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { returnPath } from '#lib/server/hooks/return-path.ts';
import { notFound } from '#lib/server/errors.ts';
import { COPIED_KINDS, type Copied } from '#lib/server/machines/copies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor }, request, url }) => ({
	list:
		// A mark that was refused is mended here by whoever may mark it, and not all of those have a list.
		request.method === 'POST'
			? null
			: await app.machines.toCopy(actor, Number(url.searchParams.get('page')))
}));

export const actions: Actions = {
	mark: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const copiedOn = textOf(form, 'copied_on');
		await locals.app.machines.markCopied(locals.actor, { ...copiedIn(form), copiedOn });
		redirect(303, returnPath(form.get('return')));
	}),
	unmark: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.machines.unmarkCopied(locals.actor, copiedIn(form));
		redirect(303, returnPath(form.get('return')));
	})
};

function copiedIn(form: FormData): Copied {
	const kind = choiceOf(form, 'kind', COPIED_KINDS);
	if (kind === null) throw notFound();
	return {
		kind,
		subjectId: textOf(form, 'subject'),
		youngPersonId: textOf(form, 'young_person')
	};
}
