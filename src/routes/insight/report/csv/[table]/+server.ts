import { fileResponse } from '#lib/server/hooks/file-response.ts';
import { periodAsked } from '../../../period-asked.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = fileResponse('csv', ({ locals, url, params }) =>
	locals.app.report.csv(locals.actor, periodAsked(url), params.table)
);
