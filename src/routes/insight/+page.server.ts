import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals }) => {
	const { app, actor } = locals;
	return {
		overview: await app.overview.see(actor),
		missed: (await app.desk.missed(actor)).length,
		notices: (await app.desk.notices(actor)).length
	};
});
