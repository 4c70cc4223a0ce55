import { page } from '#lib/server/hooks/answer.ts';
import { leaveTogether } from '#lib/server/hooks/together.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const stopped = event.url.searchParams.has('stopped');
	// In the language it was gone through in: the device has its own again with the next page.
	await leaveTogether(event);
	return { stopped };
});
