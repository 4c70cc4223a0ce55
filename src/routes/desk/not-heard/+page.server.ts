import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

/** The inbox is in the order of its meetings: the first rows with nothing sent are those of the near ones. */
export const load: PageServerLoad = page(async ({ locals }) => {
	const { rows, notHeard } = await locals.app.desk.inbox(locals.actor);
	return { rows: rows.filter(({ statements }) => statements.length === 0).slice(0, notHeard) };
});
