import { pdfResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = pdfResponse(({ locals: { app, actor }, params }) =>
	app.documents.ownAgenda(actor, params.id)
);
