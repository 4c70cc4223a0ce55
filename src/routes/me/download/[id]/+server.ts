import { fileResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = fileResponse('pdf', async ({ locals, params }) => {
	const { tag } = locals.translator.language;
	return new Uint8Array(await locals.app.documents.statementPdf(locals.actor, params.id, tag));
});
