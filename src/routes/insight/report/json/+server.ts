import { fileResponse } from '#lib/server/hooks/file-response.ts';
import { periodAsked } from '../../period-asked.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = fileResponse('json', async ({ locals, url }) =>
	JSON.stringify(await locals.app.report.json(locals.actor, periodAsked(url)), null, '\t')
);
