import { notFound } from '#lib/server/errors.ts';
import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';
import { LEAFLETS } from './leaflets.ts';

export const load: PageServerLoad = page(async ({ params, url }) => {
	const leaflet = LEAFLETS.find(({ age }) => age === params.age);
	if (!leaflet) throw notFound();
	return { leaflet, address: url.host };
});
