import { apiOne } from '#lib/server/hooks/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = apiOne(({ app, actor }, { params }) =>
	app.machines.readStatement(actor, params.statementId)
);
