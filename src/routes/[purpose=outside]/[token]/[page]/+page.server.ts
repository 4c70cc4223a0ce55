import { fail, redirect } from '@sveltejs/kit';
import { pageView } from '#lib/server/drafts/page-view.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import { keepLanguage } from '#lib/server/hooks/language-choice.ts';
import { keepAnswers, pagesOf, visitOf } from '#lib/server/hooks/outside.ts';
import { movedFrom, movedTo, readPost } from '../../../me/say/[form]/[page]/read-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const { locals, params, url } = event;
	const { view, about } = await locals.app.outside.open(visitOf(event));
	const here = pagesOf(event);
	if (!view) redirect(303, `${here}?gone`);
	const shown = pageView(view, params.page);
	// Not asked any more after another answer was changed.
	if (!shown) redirect(303, here);
	return {
		view: shown,
		values: about.values,
		here,
		moved: movedFrom(url),
		toCheck: url.searchParams.get('back') === 'check'
	};
});

export const actions: Actions = {
	default: action(async (event, form) => {
		const { locals, params, url, cookies } = event;
		const { post, wish } = readPost(form, locals.translator.language.tag);
		const saved = await locals.app.outside.save(visitOf(event), { ...post, pageId: params.page });
		keepAnswers(event, saved.cookie);
		// The language changes even when an answer is refused; what was typed stays on the page.
		if (wish.kind === 'language') keepLanguage(cookies, url, wish.tag);
		if (!saved.kept) return fail(422, { faults: saved.faults, fields: post.fields });
		if (wish.kind === 'keep') return { kept: true };

		const here = `${pagesOf(event)}/${params.page}`;
		const toCheck = url.searchParams.get('back') === 'check';
		const back = toCheck ? '?back=check' : '';
		if (wish.kind === 'rearrange') redirect(303, here + movedTo(wish, toCheck));
		if (wish.kind === 'add') redirect(303, `${here}${back}#q-${wish.questionId}`);
		if (wish.kind !== 'go_on') redirect(303, here + back);
		redirect(303, `${pagesOf(event)}/${(toCheck ? null : saved.next) ?? 'check'}`);
	})
};
