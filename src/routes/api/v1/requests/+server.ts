import { api } from '#lib/server/hooks/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = api(({ app, actor, params }) =>
	app.machines.requestFigures(actor, params)
);
