import { apiPdf } from '#lib/server/hooks/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = apiPdf(({ app, actor }, { params }) =>
	app.machines.letterDocument(actor, params.letterId)
);
