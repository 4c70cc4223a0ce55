import { fileResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

/** Asked for by a post: no page that is fetched ahead, and no address that is visited again, makes all of it. */
export const POST: RequestHandler = fileResponse('zip', ({ locals }) =>
	locals.app.documents.everything(locals.actor, locals.translator.language.tag)
);
