import { page } from '#lib/server/hooks/answer.ts';
import { yearAsked } from '../year-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals, params, url }) =>
	locals.app.themes.oneOfYear(locals.actor, params.theme, yearAsked(url))
);
