import { page } from '#lib/server/hooks/answer.ts';
import { yearAsked } from './year-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals, url }) =>
	locals.app.themes.ofYear(locals.actor, yearAsked(url))
);
