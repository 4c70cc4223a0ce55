import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

/** The same for everybody: a link for one person is gone by now. */
export const load: PageServerLoad = page(async ({ locals, params, setHeaders }) => {
	// Nothing of the pages before comes back with Back.
	setHeaders({ 'Clear-Site-Data': '"cache"' });
	return { formId: locals.app.outside.formOf(params.purpose).id };
});
