import { pdfResponse } from '#lib/server/hooks/file-response.ts';
import { periodAsked } from '../../period-asked.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = pdfResponse(({ locals, url }) =>
	locals.app.report.document(locals.actor, periodAsked(url), locals.translator.language.tag)
);
