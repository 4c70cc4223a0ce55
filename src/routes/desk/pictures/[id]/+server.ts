import { page } from '#lib/server/hooks/answer.ts';
import type { RequestHandler } from './$types';

/** A clean picture of a statement, for those who may read the answer it belongs to. */
export const GET: RequestHandler = page(async ({ locals, params }) => {
	const bytes = await locals.app.pictures.openForDesk(locals.actor, params.id);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'Content-Type': 'image/webp',
			'Content-Disposition': 'inline; filename="picture.webp"'
		}
	});
});
