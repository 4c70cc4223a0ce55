import { attachmentResponse, PICTURE } from '#lib/server/hooks/attachment-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	attachmentResponse(event, PICTURE, () =>
		event.locals.app.pictures.openOwn(event.locals.actor, event.params.id)
	);
