import { attachmentResponse, SOUND } from '#lib/server/hooks/attachment-response.ts';
import type { RequestHandler } from './$types';

/** A voice note of a statement, for those who may read the answer it belongs to. */
export const GET: RequestHandler = (event) =>
	attachmentResponse(event, SOUND, () =>
		event.locals.app.sounds.openForDesk(event.locals.actor, event.params.id)
	);
