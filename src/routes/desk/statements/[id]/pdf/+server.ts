import { pdfResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = pdfResponse(({ locals, params }) =>
	locals.app.documents.statementForDesk(locals.actor, params.id, locals.translator.language.tag)
);
