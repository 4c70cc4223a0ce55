import { pdfResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = pdfResponse(({ locals, params }) =>
	locals.app.themes.noteDocument(locals.actor, params.month, locals.translator.language.tag)
);
