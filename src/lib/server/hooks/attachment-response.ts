import { error, isHttpError, type RequestEvent } from '@sveltejs/kit';
import { Refusal } from '../errors.ts';
import { byteRange } from './byte-range.ts';

interface FileKind {
	readonly type: string;
	/** Whether parts of it may be asked for. */
	readonly inParts: boolean;
}

export const PICTURE: FileKind = { type: 'image/webp', inParts: false };
export const SOUND: FileKind = { type: 'audio/mpeg', inParts: true };

/** A picture or a voice note, for this reader and this moment: never kept, never run, never taken for a page. */
export async function attachmentResponse(
	{ locals, request }: Pick<RequestEvent, 'locals' | 'request'>,
	{ type, inParts }: FileKind,
	open: () => Promise<Buffer>
): Promise<Response> {
	try {
		const bytes = await open();
		const headers = {
			'Content-Type': type,
			'Content-Disposition': 'inline',
			'Content-Security-Policy': "default-src 'none'; sandbox",
			'Cache-Control': 'no-store',
			'X-Content-Type-Options': 'nosniff',
			...(inParts ? { 'Accept-Ranges': 'bytes' } : {})
		};
		const range = inParts ? byteRange(request.headers.get('range'), bytes.length) : null;
		if (range === 'unsatisfiable')
			return new Response(null, {
				status: 416,
				headers: { ...headers, 'Content-Range': `bytes */${bytes.length}` }
			});
		if (!range) return new Response(new Uint8Array(bytes), { headers });
		return new Response(new Uint8Array(bytes.subarray(range.from, range.to + 1)), {
			status: 206,
			headers: { ...headers, 'Content-Range': `bytes ${range.from}-${range.to}/${bytes.length}` }
		});
	} catch (problem) {
		if (isHttpError(problem) || !(problem instanceof Refusal)) throw problem;
		// Not there, not yours and not signed in look the same.
		error(404, { message: 'not_found', code: 'not_found', requestId: locals.requestId });
	}
}
