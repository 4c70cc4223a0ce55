import { pdfResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = pdfResponse(({ locals, params }) =>
	locals.app.letters.ownDocument(locals.actor, params.id)
);
