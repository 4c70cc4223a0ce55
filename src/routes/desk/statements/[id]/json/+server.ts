import { fileResponse } from '#lib/server/hooks/file-response.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = fileResponse('json', async ({ locals, params }) => {
	const statement = await locals.app.documents.statementInJson(locals.actor, params.id);
	return `${JSON.stringify(statement, null, '\t')}\n`;
});
