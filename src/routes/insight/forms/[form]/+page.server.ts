import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals, params, url }) =>
	locals.app.figures.ofForm(locals.actor, params.form, url.searchParams.get('half') ?? '')
);
