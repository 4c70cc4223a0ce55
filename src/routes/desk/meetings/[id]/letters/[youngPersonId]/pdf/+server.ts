import { pdfResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = pdfResponse(({ locals, params }) =>
	locals.app.letters.document(locals.actor, {
		meetingId: params.id,
		youngPersonId: params.youngPersonId
	})
);
