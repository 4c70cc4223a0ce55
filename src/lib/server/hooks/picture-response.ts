import { error, isHttpError, type RequestEvent } from '@sveltejs/kit';
import { Refusal } from '../errors.ts';

/** One picture, for this reader and this moment: never kept, never run, never taken for a page. */
export async function pictureResponse(
	{ locals }: RequestEvent,
	open: () => Promise<Buffer>
): Promise<Response> {
	try {
		return new Response(new Uint8Array(await open()), {
			headers: {
				'Content-Type': 'image/webp',
				'Content-Disposition': 'inline',
				'Content-Security-Policy': "default-src 'none'; sandbox",
				'Cache-Control': 'no-store',
				'X-Content-Type-Options': 'nosniff'
			}
		});
	} catch (problem) {
		if (isHttpError(problem) || !(problem instanceof Refusal)) throw problem;
		// Not there, not yours and not signed in look the same.
		error(404, { message: 'not_found', code: 'not_found', requestId: locals.requestId });
	}
}
