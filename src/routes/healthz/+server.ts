import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** For whoever watches the server: can it answer from its database? Tells nothing else. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		await locals.app.council.refresh();
		return json({ status: 'ok' });
	} catch {
		return json({ status: 'database_unreachable' }, { status: 503 });
	}
};
