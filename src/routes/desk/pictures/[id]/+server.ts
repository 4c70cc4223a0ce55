import { attachmentResponse, PICTURE } from '#lib/server/hooks/attachment-response.ts';
import type { RequestHandler } from './$types';

/** A clean picture of a statement, for those who may read the answer it belongs to. */
export const GET: RequestHandler = (event) =>
	attachmentResponse(event, PICTURE, () =>
		event.locals.app.pictures.openForDesk(event.locals.actor, event.params.id)
	);
