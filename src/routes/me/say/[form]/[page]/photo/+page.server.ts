import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { addPicture, loadForPicture, queryOf } from '../picture-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(loadForPicture);

export const actions: Actions = {
	add: action((event, form) => addPicture(event, form, 'photo')),
	remove: action(async ({ locals, params, url }, form) => {
		await locals.app.pictures.remove(locals.actor, {
			formId: params.form,
			pictureId: String(form.get('picture')),
			language: locals.translator.language.tag
		});
		redirect(303, `${url.pathname}?${queryOf(url)}`);
	})
};
