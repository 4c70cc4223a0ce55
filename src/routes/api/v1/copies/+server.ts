import { apiOne, json } from '#lib/server/hooks/api.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = apiOne(async ({ app, actor, json: body }) => {
	const { made, copy } = await app.machines.reportCopy(actor, await body());
	return json(copy, made ? 201 : 200);
});
