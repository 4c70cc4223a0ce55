import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	there: await locals.app.documents.whatThereIs(locals.actor),
	shared: locals.signedIn?.kind === 'shared_phone',
	wait: Number(url.searchParams.get('wait')) || null
}));
