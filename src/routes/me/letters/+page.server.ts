import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals: { app, actor } }) => ({
	letters: await app.letters.listOwn(actor),
	promises: await app.promises.listOwn(actor)
}));
