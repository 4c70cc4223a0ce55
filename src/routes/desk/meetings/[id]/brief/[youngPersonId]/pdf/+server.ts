import { pdfResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = pdfResponse(({ locals, params }) =>
	locals.app.preparing.briefDocument(
		locals.actor,
		{ meetingId: params.id, youngPersonId: params.youngPersonId },
		locals.translator.language.tag
	)
);
