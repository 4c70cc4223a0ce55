import { pictureResponse } from '#lib/server/hooks/picture-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	pictureResponse(event, () =>
		event.locals.app.pictures.openOwn(event.locals.actor, event.params.id)
	);
