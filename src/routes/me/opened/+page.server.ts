import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals, url }) =>
	locals.app.openings.list(locals.actor, { page: Number(url.searchParams.get('page')) })
);
