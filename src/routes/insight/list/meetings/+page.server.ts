import { LIST_FILTERS } from '#lib/figures/meeting-figures.ts';
import { page } from '#lib/server/hooks/answer.ts';
import { periodAsked } from '../../period-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url: { searchParams }, url }) => {
	const asked = LIST_FILTERS.map((name) => [name, searchParams.get(name) ?? ''] as const);
	const list = await locals.app.meetingFigures.list(
		locals.actor,
		periodAsked(url),
		Object.fromEntries(asked),
		Number(searchParams.get('page') ?? 1)
	);
	const ids = list.rows.map(({ meetingId }) => meetingId);
	return { list, openTo: await locals.app.deciding.openTo(locals.actor, ids) };
});
