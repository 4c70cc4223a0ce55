import { page } from '#lib/server/hooks/answer.ts';
import { demandTogether } from '#lib/server/hooks/together.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	demandTogether(event);
	const { app, actor, signedIn } = event.locals;
	return { ...(await app.together.see(actor)), face: signedIn?.face ?? 'standard' };
});
