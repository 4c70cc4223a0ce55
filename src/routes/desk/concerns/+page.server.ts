import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

/** Empty where nothing is chosen. */
const chosen = (url: URL, name: string): string | null => url.searchParams.get(name) || null;

export const load: PageServerLoad = page(async ({ locals, url }) => {
	const filters = {
		closed: url.searchParams.get('state') === 'closed',
		colour: chosen(url, 'colour'),
		stage: chosen(url, 'stage'),
		officerId: chosen(url, 'officer'),
		youngPersonId: chosen(url, 'youngPerson'),
		page: Number(url.searchParams.get('page') ?? 1)
	};
	return {
		list: await locals.app.concerns.list(locals.actor, filters),
		filters,
		mayCheck: locals.actor.kind === 'staff' && locals.actor.roles.includes('iro')
	};
});
