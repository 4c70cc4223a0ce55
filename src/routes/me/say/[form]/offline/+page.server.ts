import { redirect } from '@sveltejs/kit';
import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';
import { pagesOfForm } from './pages-of-form.ts';

/** The whole form on one page, empty: kept on a young person's own phone for when there is no connection. */
export const load: PageServerLoad = page(async ({ locals, params }) => {
	const { form, draft } = await locals.app.drafts.open(locals.actor, params.form);
	if (!draft) redirect(303, `/me/say/${params.form}`);
	return { form, face: draft.face, pages: pagesOfForm(form, draft.face) };
});
