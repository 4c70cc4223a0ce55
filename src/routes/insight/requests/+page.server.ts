import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals, url }) =>
	locals.app.requestFigures.ofHalf(locals.actor, url.searchParams.get('half') ?? '')
);
