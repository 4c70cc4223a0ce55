import { attachmentResponse, SOUND } from '#lib/server/hooks/attachment-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	attachmentResponse(event, SOUND, () =>
		event.locals.app.sounds.openOwn(event.locals.actor, event.params.id)
	);
