import { apiOne, bytes } from '#lib/server/hooks/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = apiOne(async ({ app, actor }, { params }) => {
	const { statementId, attachmentId } = params;
	const file = await app.machines.readAttachment(actor, statementId, attachmentId);
	return bytes(file.kind === 'picture' ? 'image/webp' : 'audio/mpeg', file.bytes);
});
