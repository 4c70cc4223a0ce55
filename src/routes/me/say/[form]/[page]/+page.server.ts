import { fail, redirect } from '@sveltejs/kit';
import { pageView } from '#lib/server/drafts/page-view.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { keepLanguage } from '#lib/server/hooks/language-choice.ts';
import type { Actions, PageServerLoad } from './$types';
import { movedFrom, movedTo, readPost } from './read-post.ts';

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => {
	if (locals.actor.kind === 'nobody' && request.method === 'POST') return { view: null };
	const view = pageView(await locals.app.drafts.open(locals.actor, params.form), params.page);
	// Begun nowhere, or not asked any more after another answer was changed.
	if (!view) redirect(303, `/me/say/${params.form}`);
	return { view, moved: movedFrom(url), toCheck: url.searchParams.get('back') === 'check' };
});

export const actions: Actions = {
	default: action(async ({ locals, params, url, cookies }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const { post, wish } = readPost(form, locals.translator.language.tag);
		const saved = await locals.app.drafts.save(locals.actor, {
			...post,
			formId: params.form,
			pageId: params.page
		});
		// The language changes even when an answer is refused; what was typed stays on the page.
		if (wish.kind === 'language') keepLanguage(cookies, url, wish.tag);
		if (!saved.kept) return fail(422, { faults: saved.faults, fields: post.fields });
		if (wish.kind === 'keep') return { kept: true };

		const here = `/me/say/${params.form}/${params.page}`;
		const toCheck = url.searchParams.get('back') === 'check';
		const back = toCheck ? '?back=check' : '';
		if (wish.kind === 'language') redirect(303, here + back);
		if (wish.kind === 'rearrange') redirect(303, here + movedTo(wish, toCheck));
		if (wish.kind === 'add') redirect(303, `${here}${back}#q-${wish.questionId}`);
		if (wish.kind === 'go_on')
			redirect(303, `/me/say/${params.form}/${(toCheck ? null : saved.next) ?? 'check'}`);
		const query = new URLSearchParams({
			q: wish.questionId,
			...(toCheck ? { back: 'check' } : {})
		});
		redirect(303, `${here}/${wish.kind}?${query}`);
	})
};
