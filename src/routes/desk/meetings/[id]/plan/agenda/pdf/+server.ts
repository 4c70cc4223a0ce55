import { pdfResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = pdfResponse(({ locals: { app, actor }, params, url }) =>
	app.documents.agendaForDesk(actor, params.id, url.searchParams.get('of'))
);
